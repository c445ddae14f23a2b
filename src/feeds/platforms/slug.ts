/** Names as ids have them: letters, digits and hyphens, and two names stay two. */
import { createHash } from 'node:crypto'

const longest = 80
const markLength = 10

/** One space where there are several, of whatever kind; no mark that cannot be seen. */
export const tidy = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Ten letters and digits made from all of a text. */
export function fingerprint(text: string): string {
  const start = createHash('sha256').update(text).digest().readBigUInt64BE()
  return start.toString(36).padStart(markLength, '0').slice(-markLength)
}

/** A slug with a mark made from all of `text` at its end, which no limit cuts off. */
function marked(words: string, text: string, length: number): string {
  const mark = fingerprint(text)
  const head = words.slice(0, length - mark.length - 1).replace(/-+$/, '')
  return head === '' ? mark : `${head}-${mark}`
}

/** Slugs as one part of an id. No slug has two hyphens in a row, so that what they join is told apart. */
export function joinedSlugs(slugs: readonly string[]): string {
  const whole = slugs.join('--')
  return whole.length <= longest ? whole : marked(whole, whole, longest)
}

const signs: Readonly<Record<string, string>> = {
  '#': 'sharp',
  '+': 'plus',
  '<=': 'le',
  '>=': 'ge',
  '<': 'lt',
  '>': 'gt',
}
const signAt = /<=|>=|[<>#+]/g

/** The words of a text, with signs that tell versions and products apart as words of their own. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(signAt, (sign) => ` ${signs[sign]} `)
    .replaceAll(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g) ?? []

/** A text as its words are usually written: what is written otherwise gets a mark. */
function usual(words: readonly string[]): string {
  let text = ''
  for (const [at, word] of words.entries()) {
    const before = words[at - 1] ?? ''
    if (word === 'sharp' && /^[a-z]$/.test(before)) text += '#'
    else if (word === 'plus' && /^(?:[a-z]|plus)$/.test(before)) text += '+'
    else if (word === 'net') text += before === 'asp' ? '.net' : ' .net'
    else if (word === 'le' || word === 'ge') text += word === 'le' ? ' <=' : ' >='
    else if (word === 'lt' || word === 'gt') text += word === 'lt' ? ' <' : ' >'
    else if (/^v?\d+$/.test(before) && /^\d+$/.test(word)) text += `.${word}`
    else if ((/^[a-uw-z]$|\d$/.test(before) && /^\d+$/.test(word)) || /^(?:bit|based)$/.test(word)) text += `-${word}`
    else text += /^(?:[lg][te])$/.test(before) ? word : ` ${word}`
  }
  return text.trim()
}

/** As written, but for capitals, and for spaces beside an operator. */
const spelt = (text: string) =>
  tidy(text)
    .toLowerCase()
    .replaceAll(/ ?(<=|>=|<|>) ?/g, ' $1')
    .trim()

/**
 * A name as a part of an id. Names that differ in more than capitals and white space have different ones: what has no
 * letters, or could be written in another way, is told by a mark made from the whole name.
 */
export function slug(text: string, length = longest): string {
  const words = wordsOf(text)
  const whole = words.join('-')
  return whole !== '' && whole.length <= length && usual(words) === spelt(text)
    ? whole
    : marked(whole, spelt(text), length)
}

/**
 * A part of a name that one of our rules has read, as a part of an id: the dots, dashes, slashes and brackets that
 * such names are spelt with in several ways make no difference, everything else does.
 */
export function slugOfSpelling(text: string, length = longest): string {
  const whole = wordsOf(text).join('-')
  const isPlain = /^[\w\s.,/()+#–-]*$/.test(text)
  return whole !== '' && whole.length <= length && isPlain ? whole : marked(whole, spelt(text), length)
}
