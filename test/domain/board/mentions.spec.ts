import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionsOfText } from '../../../src/contract/limits.ts'
import { mentionsIn, mentionSpans } from '../../../src/domain/board/mentions.ts'

const nameable = {
  people: ['Ito', 'Sato', 'Sato Hanako', '佐藤', '佐藤 花子', "O'Brien", 'ANN', 'x@example.com'],
  teams: ['基盤チーム', 'Sato team', 'ANN'],
}
const named = (text: string) => mentionsIn(text, nameable).map(({ name }) => name)

describe('whom a text names', () => {
  it.each([
    ['@Ito please look', ['Ito']],
    ['please look, @ito.', ['Ito']],
    ['(@ITO)', ['Ito']],
    ['＠Ｉｔｏ 確認をお願いします', ['Ito']],
    ['お願い@佐藤さん', ['佐藤']],
    ['@Satoさん', ['Sato']],
    ['@Sato Hanako and @Sato', ['Sato Hanako', 'Sato']],
    ['@佐藤 花子さん', ['佐藤 花子']],
    ['@O’Brien', ["O'Brien"]],
    ['@Sato team', ['Sato team']],
    ['@基盤チームへ', ['基盤チーム']],
    ['@Ito @Ito @Ito', ['Ito']],
    ['@x@example.com', ['x@example.com']],
    ['**@Ito**', ['Ito']],
  ])('of %j is %j', (text, names) => expect(named(text)).toEqual(names))

  it.each([
    '@Itoh',
    '@Satoshi',
    'mail@Ito.example',
    'a.b@Ito',
    '@ Ito',
    '@nobody',
    '`@Ito`',
    '```\n@Ito\n```',
    '```\n@Ito',
    '@\u202eIto',
    '@',
    '',
  ])('is nobody in %j', (text) => expect(named(text)).toEqual([]))

  it('is a person before a team of the same name', () =>
    expect(mentionsIn('@Ann', nameable)).toEqual([{ kind: 'person', name: 'ANN' }]))

  it('is at most as many as a text may name', () => {
    const people = Array.from({ length: 200 }, (_, at) => `Person ${at}`)
    const text = people.map((name) => `@${name},`).join(' ')
    expect(mentionsIn(text, { people, teams: [] })).toHaveLength(mentionsOfText.maxLength)
  })

  it('stands where it was found, in order and apart, whatever else is written', () => {
    const word = fc.constantFrom(
      '@Ito',
      '@Sato',
      '@Sato Hanako',
      '@佐藤',
      ' ',
      'a',
      'さん',
      '.',
      '`',
      '```',
      '\n',
      '@',
      '＠',
      '😀',
      '\u202e',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 20 }), (words) => {
        const text = words.join('')
        const spans = mentionSpans(text, nameable)
        let last = 0
        for (const { start, end, mention } of spans) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end).normalize('NFKC').toLowerCase()).toBe(`@${mention.name}`.toLowerCase())
          last = end
        }
        const again = mentionsIn(text, nameable)
        expect(new Set(again.map(({ name }) => name))).toEqual(new Set(spans.map(({ mention }) => mention.name)))
      }),
    )
  })

  it('is found again among those who were named, whoever has come or gone since', () => {
    const some = fc.subarray(nameable.people)
    fc.assert(
      fc.property(
        some,
        fc.array(fc.constantFrom(...nameable.people.map((name) => `@${name}, `), 'and ')),
        (people, words) => {
          const text = words.join('')
          const found = mentionsIn(text, { people, teams: [] })
          const names = found.map(({ name }) => name)
          expect(mentionsIn(text, { people: names, teams: [] })).toEqual(found)
        },
      ),
    )
  })
})
