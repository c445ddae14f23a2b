/** HTML as trees that are small and flat enough for what reads them next, whatever its author wrote. */
import { cells, elements, empty, endsBefore, marks, parentsOf, tableParts } from './elements.ts'
import { openElements, type OpenElements, type Root } from './open-elements.ts'
import { visitTokens } from './tokens.ts'

/** Elements deeper than this are no more than the text in them. */
const deepest = 20

type Attributes = ReadonlyMap<string, string>

/**
 * Builds trees out of HTML: whatever nests too deep, is where it may not be, or has no meaning in Markdown is flattened
 * to its text, and a tree that grows too large goes on in the next one. Each tree is given to `take` when it is done.
 */
export function eachTree(html: string, take: (tree: Root) => void): void {
  const open = openElements(take)
  visitTokens(html, {
    start(name, attributes) {
      const tag = elements.get(name) ?? null
      // Between blocks if that can be had, else wherever the tree is twice too large.
      open.renewIf((tag === null || marks.has(tag)) && name !== 'br' ? 2 : 1)
      if (empty.has(name)) startEmpty(open, name, attributes)
      else if (tag === null) return
      else if (marks.has(tag)) startMark(open, name, tag, attributes)
      else startBlock(open, name, tag, attributes)
    },
    end(name) {
      const tag = elements.get(name) ?? null
      if (open.end(name) && tag !== null && !marks.has(tag)) breakLine(open)
    },
    text(value) {
      if (/^\s/.test(value)) open.renewIf(2)
      addText(open, value)
    },
  })
  open.finish()
}

/** In a line of text, where another line begins; at most a few of them one after the other. */
function breakLine(open: OpenElements, atMost = 1) {
  if (open.isInCell() || open.find('code') !== -1) open.addText(' ')
  else if (!tableParts.has(open.tag())) open.addBreak(atMost)
}

/** Text in a table is in a cell. */
function enterCell(open: OpenElements) {
  if (!tableParts.has(open.tag())) return
  if (open.tag() !== 'tr') open.push('tr', 'tr')
  open.pushCell('td', 'td')
}

function addText(open: OpenElements, value: string) {
  if (tableParts.has(open.tag()) && value.trim() === '') return
  enterCell(open)
  open.addText(value)
}

function startEmpty(open: OpenElements, name: string, attributes: Attributes) {
  if (name === 'br') breakLine(open, 2)
  else if (name === 'img') addText(open, attributes.get('alt') ?? '')
  else if (name === 'hr') {
    endBefore(open, name)
    if (open.depth() === 1) open.addRule()
    else breakLine(open)
  }
}

/** Begins an element that marks words in a line, unless it marks nothing more than what is marked already. */
function startMark(open: OpenElements, name: string, tag: string, attributes: Attributes) {
  const href = attributes.get('href')?.trim() ?? ''
  if (tag === 'a' && open.find('a') !== -1) open.endFrom(open.find('a'))
  const isNone = (tag === 'a' && href === '') || open.find(tag, 'code', 'pre') !== -1 || open.depth() > deepest
  if (isNone) return open.flatten(name)
  enterCell(open)
  return open.push(name, tag, tag === 'a' ? { href } : {})
}

/** Ends elements before one begins that cannot be in them. */
function endBefore(open: OpenElements, tag: string) {
  const { ends, within } = endsBefore.get(tag) ?? { ends: [], within: [] }
  const at = open.find(...ends)
  if (at > open.find(...within)) open.endFrom(at)
  const paragraph = open.find('p')
  if (paragraph > open.find('li', 'dd', ...cells)) open.endFrom(paragraph)
}

function startBlock(open: OpenElements, name: string, wanted: string, attributes: Attributes) {
  const isInFlatTable = open.isInCell() && open.isFlat('table')
  if (open.find('pre') === -1 && !isInFlatTable) endBefore(open, wanted)
  if (cells.has(wanted) && tableParts.has(open.tag()) && open.tag() !== 'tr') open.push('tr', 'tr')
  const tag = parentsOf.get(wanted)?.includes(open.tag()) === false ? 'div' : wanted
  if (tableParts.has(open.tag()) && !tableParts.has(tag) && !cells.has(tag)) enterCell(open)
  if (open.isInCell() || open.find('pre') !== -1 || open.depth() > deepest) {
    open.flatten(name)
    return breakLine(open)
  }
  const marked = open.takeMarks()
  if (cells.has(tag)) return open.pushCell(name, tag)
  open.push(name, tag, startOf(tag, attributes))
  if (!['pre', 'table', 'ul', 'ol', 'dl'].includes(tag) && !tableParts.has(tag))
    for (const { name: mark, element } of marked) open.push(mark, element.tagName, element.properties)
}

/** The number with which a list begins. */
function startOf(tag: string, attributes: Attributes): { start?: number } {
  const start = attributes.get('start') ?? ''
  return tag === 'ol' && /^\d{1,9}$/.test(start) ? { start: Number(start) } : {}
}
