/** XML as elements, part by part: without document types, without entities of its own, and no deeper than is sane. */
import { SaxesParser } from 'saxes'
import { Unreadable } from './feed.ts'

/** An element by its local name. `text` is all text directly in it. */
export type Element = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly Element[]
  text: string
}

const deepest = 64
const chunkLength = 64 * 1024

type Open = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

/**
 * Calls `visit` for each child of the root, whole, and forgets it then; gives the name of the root.
 *
 * @throws Unreadable, with line and column, where the text is not well-formed, declares a document type, names an
 * unknown entity or nests too deep
 */
export function eachChildOfRoot(text: string, visit: (element: Element) => void): string {
  const open: Open[] = []
  let root = ''
  const parser = new SaxesParser({ xmlns: true, position: true })
  const fail = (message: string): never => {
    throw new Unreadable(`line ${parser.line}, column ${parser.columnIndex + 1}`, message)
  }
  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', () => fail('a document type declaration is not allowed'))
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) fail(`is nested deeper than ${deepest} elements`)
    if (open.length === 0) root = tag.local
    const attributes = Object.values(tag.attributes).map(({ local, value }): [string, string] => [local, value])
    open.push({ name: tag.local, attributes: Object.fromEntries(attributes), children: [], text: '' })
  })
  const addText = (more: string) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += more
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element === undefined) return
    if (open.length === 1) visit(element)
    else open.at(-1)?.children.push(element)
  })
  for (let at = 0; at < text.length; at += chunkLength) parser.write(text.slice(at, at + chunkLength))
  parser.close()
  return root
}

/** The children of a name. */
export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The first child along a path of names. */
export const childOf = (element: Element | undefined, ...names: readonly string[]): Element | undefined =>
  names.reduce<Element | undefined>((at, name) => at?.children.find((child) => child.name === name), element)

/** The text of the first element along a path, trimmed; empty where there is none. */
export const textOf = (element: Element | undefined, ...names: readonly string[]): string =>
  childOf(element, ...names)?.text.trim() ?? ''
