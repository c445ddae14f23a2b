/** HTML as tags and texts, in one pass. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { dropped, isElement } from './elements.ts'

export type Visitor = {
  /** A text, with its references read, such as `&lt;`. */
  text: (text: string) => void
  start: (name: string, attributes: ReadonlyMap<string, string>) => void
  end: (name: string) => void
}

/** Elements with a namespace are what word processors write. */
const isForeign = (name: string) => /^[a-z]\w*:[a-z]\w*$/.test(name)

/**
 * Calls the visitor for each tag and text. What only looks like a tag (`<V4.4`, `<host>`) is text, and so is a reference
 * that does not end (`&copy=`); comments, scripts and styles are left out where they end.
 */
export function visitTokens(html: string, { text, start, end }: Visitor): void {
  /** Everything before is told. */
  let told = 0
  let tag: { name: string; from: number; attributes: Map<string, string> } | null = null
  let attribute = { name: '', value: '' }
  /** An element whose content is left out once it ends, and where that begins. */
  let left: { name: string; from: number } | null = null
  const say = (words: string) => {
    if (words !== '' && left === null) text(words)
  }
  const leave = (until: number) => (told = Math.max(told, until))
  const open = (endIndex: number) => {
    if (tag === null) return
    const { name, from, attributes } = tag
    tag = null
    leave(endIndex + 1)
    if (dropped.has(name)) left = { name, from: endIndex + 1 }
    else if (isElement(name)) start(name, attributes)
    else if (!isForeign(name)) say(html.slice(from, endIndex + 1))
  }
  const callbacks: TokenizerCallbacks = {
    ontext(from, until) {
      say(html.slice(Math.min(told, from), until))
      leave(until)
    },
    ontextentity(codePoint, until) {
      say(html[until - 1] === ';' ? String.fromCodePoint(codePoint) : html.slice(told, until))
      leave(until)
    },
    onopentagname(from, until) {
      tag = { name: html.slice(from, until).toLowerCase(), from: from - 1, attributes: new Map() }
    },
    onattribname(from, until) {
      attribute = { name: html.slice(from, until).toLowerCase(), value: '' }
    },
    onattribdata(from, until) {
      attribute.value += html.slice(from, until)
    },
    onattribentity(codePoint) {
      attribute.value += String.fromCodePoint(codePoint)
    },
    onattribend() {
      if (tag !== null && !tag.attributes.has(attribute.name)) tag.attributes.set(attribute.name, attribute.value)
    },
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag(from, until) {
      const name = html.slice(from, until).toLowerCase()
      const close = html.indexOf('>', until)
      if (close === -1) return
      if (left?.name === name) left = null
      else if (isElement(name)) end(name)
      else if (!isForeign(name)) say(html.slice(from - 2, close + 1))
      leave(close + 1)
    },
    oncomment(_, until) {
      // One that does not end hides nothing.
      if (html[until] === '>') leave(until + 1)
    },
    ondeclaration: (_, until) => void leave(until + 1),
    oncdata: (_, until) => void leave(until + 1),
    onprocessinginstruction: (_, until) => void leave(until + 1),
    onend() {
      const rest = html.slice(left?.from ?? told)
      left = null
      say(rest)
    },
  }
  const tokenizer = new Tokenizer({}, callbacks)
  tokenizer.write(html)
  tokenizer.end()
}
