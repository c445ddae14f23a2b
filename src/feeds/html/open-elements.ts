/** The elements that are open while HTML is read, and the tree that they grow in. */
import { cells, marks, tableParts } from './elements.ts'

export type HtmlText = { type: 'text'; value: string }
export type HtmlElement = {
  type: 'element'
  tagName: string
  properties: Record<string, string | number>
  children: (HtmlElement | HtmlText)[]
}
export type Root = { type: 'root'; children: (HtmlElement | HtmlText)[] }

/** An element that is open. `name` is what its author called it; `flat` counts what is open in it and not in the tree. */
type Frame = { name: string; element: HtmlElement | Root; flat: Map<string, number> }

/** A tree with more in it than this goes on as another one. */
const maxNodes = 5_000
const maxLetters = 200_000
/** What is in further cells of a row goes into its last one. */
const maxColumns = 40

const tagOf = ({ element }: Frame) => (element.type === 'root' ? '' : element.tagName)

const isBlank = (node: HtmlElement | HtmlText) =>
  node.type === 'text' ? node.value.trim() === '' : node.tagName === 'br'

/** White space goes beside a mark, not into it, and a mark without words leaves no trace. */
function unmarkBlank(mark: HtmlElement, around: (HtmlElement | HtmlText)[]): void {
  const [last] = mark.children.slice(-1)
  if (mark.children.every(isBlank)) {
    around.pop()
    if (last !== undefined) around.push(last)
  } else if (mark.tagName !== 'code' && last?.type === 'text') {
    const words = last.value.trimEnd()
    if (words !== last.value) around.push({ type: 'text', value: last.value.slice(words.length) })
    last.value = words
  }
}

export type OpenElements = ReturnType<typeof openElements>

/** Grows trees; each is given to `take` when it is done. */
export function openElements(take: (tree: Root) => void) {
  const bottom = (): Frame => ({ name: '', element: { type: 'root', children: [] }, flat: new Map() })
  let stack = [bottom()]
  let [nodes, letters] = [0, 0]
  const top = (): Frame => stack.at(-1) ?? bottom()

  function add(node: HtmlElement | HtmlText) {
    top().element.children.push(node)
    nodes++
  }

  function addText(value: string) {
    const last = top().element.children.at(-1)
    if (last?.type === 'text') last.value += value
    else add({ type: 'text', value })
    letters += value.length
  }

  function push(name: string, tagName: string, properties: HtmlElement['properties'] = {}) {
    const element: HtmlElement = { type: 'element', tagName, properties, children: [] }
    add(element)
    stack.push({ name, element, flat: new Map() })
  }

  /** Begins a cell of the row that is open. */
  function pushCell(name: string, tagName: string) {
    const row = top().element.children
    const last = row.at(-1)
    if (row.length < maxColumns || last?.type !== 'element') return push(name, tagName)
    stack.push({ name, element: last, flat: new Map() })
    return addText(' ')
  }

  /** Ends what is open from a depth on. A mark without words leaves no trace. */
  function endFrom(depth: number) {
    while (stack.length > Math.max(1, depth)) {
      const { element } = stack.pop() ?? bottom()
      if (element.type === 'element' && marks.has(element.tagName)) unmarkBlank(element, top().element.children)
    }
  }

  /** Goes on in a tree of its own, with the same elements open. */
  function renew() {
    const [first = bottom(), ...open] = stack
    if (first.element.type === 'root') take(first.element)
    stack = [{ ...bottom(), flat: first.flat }]
    ;[nodes, letters] = [0, 0]
    for (const { name, element, flat } of open) {
      if (element.type === 'element') push(name, element.tagName, element.properties)
      top().flat = flat
    }
  }

  return {
    push,
    pushCell,
    endFrom,
    /** The tag of the innermost element. */
    tag: () => tagOf(top()),
    depth: () => stack.length,
    /** How deep the innermost of these elements is; -1 where none is open. */
    find: (...tags: readonly string[]) => stack.findLastIndex((frame) => tags.includes(tagOf(frame))),
    isInCell: () => stack.some((frame) => cells.has(tagOf(frame))),
    /** Begins what is in the text only. */
    flatten(name: string) {
      const { flat } = top()
      flat.set(name, (flat.get(name) ?? 0) + 1)
    },
    isFlat: (name: string) => top().flat.has(name),
    addRule: () => add({ type: 'element', tagName: 'hr', properties: {}, children: [] }),
    /** A line break, unless the most are there already. */
    addBreak(atMost: number) {
      const last = top().element.children.slice(-atMost)
      const isEnough = last.length === atMost && last.every((node) => node.type === 'element' && node.tagName === 'br')
      if (!isEnough) add({ type: 'element', tagName: 'br', properties: {}, children: [] })
    },
    addText,
    /** Ends the marks that are open, and gives them, to go on with elsewhere. */
    takeMarks(): { name: string; element: HtmlElement }[] {
      const at = stack.findIndex((frame) => marks.has(tagOf(frame)))
      const open = at === -1 ? [] : stack.slice(at)
      endFrom(at === -1 ? stack.length : at)
      return open.flatMap(({ name, element }) => (element.type === 'element' ? [{ name, element }] : []))
    },
    /** Ends what its author called so. What is in a cell ends nothing outside of its table. True where it was flat. */
    end(name: string): boolean {
      for (let depth = stack.length - 1; depth >= 0; depth--) {
        const { name: open = '', flat = new Map<string, number>() } = stack[depth] ?? {}
        const count = flat.get(name) ?? 0
        if (count > 1) flat.set(name, count - 1)
        else flat.delete(name)
        if (count > 0) return true
        if (open === name) endFrom(depth)
        if (open === name || (cells.has(open) && !tableParts.has(name) && !cells.has(name))) return false
      }
      return false
    },
    /** Goes on in another tree where this one is several times as large as it should be. */
    renewIf(times: number) {
      if (nodes > times * maxNodes || letters > times * maxLetters) renew()
    },
    finish() {
      endFrom(1)
      renew()
    },
  }
}
