/** Changes documents as nobody would write them; the same numbers give the same changes. */

type Random = () => number

const pieces = [
  '<table><tr><td>',
  '<del>',
  '<a href="x"><i>',
  '<div>',
  '&lt;table&gt;',
  '&lt;b&gt;',
  '&amp;',
  '{',
  '[',
  '{}',
  '"',
  ',',
  'null',
  '-1',
  '1e999',
  '"__proto__":{"id":1},',
  '\\u0000',
  '\\ud800',
  '\u0000',
  '\ufeff',
  '\n',
  '{}\n',
  '<!DOCTYPE x [<!ENTITY e "e">]>',
  '&e;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '2031-02-30',
  '9'.repeat(400),
  'あ',
]

type Change = (text: string, at: number, random: Random) => string

const lengthOf = (random: Random) => Math.floor(2 ** (random() * 12))
const repeats = (random: Random) => (random() < 0.8 ? 1 : Math.floor(2 ** (random() * 11)))

const changes: Change[] = [
  (text, at, random) => text.slice(0, at) + text.slice(at + lengthOf(random)),
  (text, at, random) => {
    const piece = text.slice(at, at + lengthOf(random))
    return text.slice(0, at) + piece.repeat(Math.min(repeats(random), 64)) + text.slice(at)
  },
  (text, at, random) => {
    const piece = pieces[Math.floor(random() * pieces.length)] ?? ''
    return text.slice(0, at) + piece.repeat(repeats(random)) + text.slice(at)
  },
  (text, at, random) => text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x3000)) + text.slice(at + 1),
  (text, at, random) => {
    const from = Math.floor(random() * text.length)
    return text.slice(0, at) + text.slice(from, from + lengthOf(random)) + text.slice(at)
  },
  (text, at, random) => (random() < 0.1 ? text.slice(0, at) : text),
]

/** A document with one to eight changes, of a megabyte at most. */
export function mutated(text: string, random: Random): string {
  let changed = text
  for (let left = Math.floor(random() * random() * 8); left >= 0; left--) {
    const change = changes[Math.floor(random() * changes.length)]
    changed = change?.(changed, Math.floor(random() * (changed.length + 1)), random).slice(0, 1_000_000) ?? changed
  }
  return changed
}
