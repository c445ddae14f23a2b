import { normalise } from '../filter/text-search.ts'

/**
 * ASCII punctuation as a character of the private use area: to an index of a database it would end a word. Letters,
 * digits and everything beyond ASCII stay as they are.
 */
const asLetters = (text: string): string =>
  text.replaceAll(/[\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E]/g, (mark) =>
    String.fromCharCode(0xe0_00 + mark.charCodeAt(0)),
  )

const runsOf = (text: string): string[] => asLetters(normalise(text)).split(' ').filter(Boolean)

/** Each pair of neighbouring characters, and the last one alone, so that it can be found too. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run)
  return characters.map((character, at) => character + (characters[at + 1] ?? ''))
}

/**
 * A text as an index keeps it: per run of characters without a space its overlapping pairs, in order, so that a word is
 * found inside of words, as Japanese needs it. `tcp ip` is `[['tc', 'cp', 'p'], ['ip', 'p']]`.
 */
export const gramsOf = (text: string): string[][] => runsOf(text).map(pairsOf)

/**
 * The pairs that follow one another wherever a word occurs; a word of one character is what a pair begins with.
 * Normalised as `gramsOf` does. Null for what no index is asked for: a lone letter or mark of ASCII is nearly everywhere.
 */
export function gramsOfWord(word: string): { pairs: readonly string[]; isStart: boolean } | null {
  const [run] = runsOf(word)
  if (run === undefined) return null
  const pairs = pairsOf(run).slice(0, -1)
  if (pairs.length > 0) return { pairs, isStart: false }
  return /^[\w\uE000-\uE07F]$/.test(run) ? null : { pairs: [run], isStart: true }
}
