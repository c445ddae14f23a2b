import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normalise } from '../../../src/domain/filter/text-search.ts'
import { gramsOf, gramsOfWord } from '../../../src/domain/search/grams.ts'

/** Whether an index that keeps pairs side by side finds a word in a text. */
function isFound(word: string, text: string): boolean {
  const asked = gramsOfWord(word)
  if (asked === null) return false
  const { pairs, isStart } = asked
  const isAt = (run: readonly string[], at: number) =>
    pairs.every((pair, next) => (isStart ? run[at + next]?.startsWith(pair) : run[at + next] === pair))
  return gramsOf(text).some((run) => run.some((_, at) => isAt(run, at)))
}

it('keeps the overlapping pairs of each run, and its last character', () => {
  expect(gramsOf('TCP ip')).toEqual([
    ['tc', 'cp', 'p'],
    ['ip', 'p'],
  ])
})

it('asks for no lone letter or mark of ASCII, and for a lone character of Japanese', () => {
  expect(gramsOfWord('a')).toBeNull()
  expect(gramsOfWord('.')).toBeNull()
  expect(isFound('急', '緊急の修正')).toBe(true)
  expect(isFound('正', '緊急の修正')).toBe(true)
})

it('takes dashes, widths and long vowels for one', () => {
  expect(isFound('２６１００．４３４９', 'OS Build 26100.4349')).toBe(true)
  expect(isFound('UTF‐8', 'utf-8')).toBe(true)
  expect(isFound('サーバー', 'このサーバは')).toBe(true)
})

it('finds a word of two characters or more exactly where it occurs', () => {
  const character = fc.constantFrom('a', 'a', 'b', '.', '-', '\\', '"', "'", '緊', '急', 'バ', 'ー', '😀', ' ')
  const text = fc.string({ unit: character, maxLength: 30 })
  const word = fc
    .string({ unit: character, minLength: 2, maxLength: 4 })
    .filter((each) => !normalise(each).includes(' '))
  fc.assert(
    fc.property(text, word, (around, asked) => {
      fc.pre(Array.from(normalise(asked)).length > 1)
      expect(isFound(asked, around)).toBe(normalise(around).includes(normalise(asked)))
    }),
  )
})
