/** Names of products in full, in which each part is said once. */
import type { Text } from '../../contract/text.ts'
import { tidy } from '../platforms/slug.ts'

/** In small letters, without spaces after an operator. */
const plain = (text: string): string =>
  tidy(text)
    .toLowerCase()
    .replaceAll(/([<>]=?) /g, '$1')

const isInWord = (text: string): boolean => /^[._-]?[\p{L}\p{N}]/u.test(text)
const endsInWord = (text: string): boolean =>
  /(?:[\p{L}\p{N}][._-]?|[<>=])$/u.test(text.replace(/(?<![\p{L}\p{N}])v$/u, ''))

/** How many letters are looked at to see whether a word goes on there. */
const around = 3

/** Whether a text says exactly this: as words of its own, and a version without any operator but its own. */
export function says(text: string, part: string): boolean {
  const [whole, wanted] = [plain(text), plain(part)]
  if (wanted === '') return true
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (!endsInWord(whole.slice(Math.max(0, at - around), at)) && !isInWord(whole.slice(end, end + around))) return true
  }
  return false
}

const allVersions = { ja: '全バージョン', en: 'all versions' }

/** A name with the parts that it does not say itself. `*` is the version where all versions are meant. */
export function labelOf(name: string, parts: readonly string[]): Text {
  const whole = parts.reduce((text, part) => (part === '*' || says(text, part) ? text : `${text} ${part}`), name)
  if (!parts.includes('*')) return { en: whole }
  const bare = whole.replace(/:? ?(?:\*|\(?all versions\)?)$/i, '')
  return { ja: `${bare} (${allVersions.ja})`, en: `${bare} (${allVersions.en})` }
}

/** Words by which a name says what its version says exactly: "all versions prior to" for `<`. */
const saying =
  /^(?:all|any|only|versions?|releases?|prior|previous|to|and|including|inclusive|between|earlier|before|or|older|than|later|newer|lower|below|up|through|v|is|are|affected|included|in|models?)$/

const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/gu) ?? []
const withoutV = (word: string): string => word.replace(/^v(?=\d)/, '')

/** Longer remarks are sentences, and no part of what the product is called. */
const maxWords = 4

/**
 * What a name says besides the given parts, in a few words on end: "BIOS" of "ITP1000: BIOS prior to V23.01" with ITP1000
 * and <23.01. Null where it says more than that.
 */
export function remarkIn(name: string, parts: readonly string[]): string | null {
  const known = new Set(parts.flatMap(wordsOf).map(withoutV))
  const isNew = (word: string) => !saying.test(word) && !known.has(withoutV(word))
  const words = name.split(' ')
  const first = words.findIndex((word) => wordsOf(word).some(isNew))
  const last = words.findLastIndex((word) => wordsOf(word).some(isNew))
  if (first < 0) return ''
  const run = words.slice(first, last + 1)
  const isOneRemark = run.length <= maxWords && run.every((word) => wordsOf(word).every(isNew))
  return isOneRemark ? run.join(' ').replaceAll(/^[([]+|[)\]:;,]+$/g, '') : null
}
