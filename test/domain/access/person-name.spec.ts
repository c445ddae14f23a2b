import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyone, PersonName, signInProvider } from '../../../src/contract/person-name.ts'
import { cleanName, markedName, nameKey, programName } from '../../../src/domain/access/person-name.ts'

const odd = fc.constantFrom('token: ', 'ANYONE', '/', '\u0000', '\u200B', '\uD800', ' ', '\u0301', '😀', 'a'.repeat(80))
const text = fc
  .array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 })
  .map((parts) => parts.join(''))

describe('a name that comes from elsewhere', () => {
  it('is one that the contract takes as it is, or empty', () => {
    fc.assert(
      fc.property(text, (given) => {
        const name = cleanName(given)
        if (name !== '') expect(PersonName.parse(name)).toBe(name)
        expect(cleanName(name)).toBe(name)
      }),
    )
  })

  it.each(['Ito', '伊藤 太郎', 'admin (sato)', "Seán O'Neill-Żak, Jr.", 'ito@example.org', '伊藤・太郎'])(
    'stays as it is where it is good: %s',
    (name) => {
      expect(cleanName(name)).toBe(name)
    },
  )

  it('is told from another by a mark, for which there is room', () => {
    fc.assert(
      fc.property(text, text, (given, mark) => {
        const name = cleanName(given)
        fc.pre(name !== '')
        const marked = markedName(name, mark)
        expect(PersonName.parse(marked)).toBe(marked)
        expect(marked.endsWith(')')).toBe(true)
      }),
    )
    expect(markedName('a'.repeat(80), '2')).toBe(`${'a'.repeat(76)} (2)`)
  })

  it.each([
    programName('report'),
    anyone,
    signInProvider,
    'root (command line)',
    'Anyone',
    'ａｎｙｏｎｅ',
    'ｔoken: CI',
  ])('is never what stands in the history for somebody else: %s', (name) => {
    expect(PersonName.safeParse(name).success).toBe(false)
    expect(cleanName(name)).not.toBe(name)
  })
})

describe('a name', () => {
  it.each(['', '.', '..', '()', '\u0301', 'a/b', 'a\u0000b', 'a\nb', '\uD800', '😀', '⠀', 'a'.repeat(81)])(
    'is not %j',
    (name) => {
      expect(PersonName.safeParse(name).success).toBe(false)
    },
  )

  it.each(['\u3164', '\u2800', '\u115F', '\uFE0F', '\u034F', '\u200B', '\u00AD', '\u2066'])(
    'has nothing in it that cannot be seen: %j',
    (character) => {
      expect(PersonName.safeParse(`Ito${character}`).success).toBe(false)
    },
  )

  it.each([
    { given: 'Ｉｔｏ', kept: 'Ito' },
    { given: 'Ito\u00A0Taro', kept: 'Ito Taro' },
    { given: '伊藤\u3000太郎', kept: '伊藤 太郎' },
    { given: ' Ito   Taro ', kept: 'Ito Taro' },
    { given: 'Rene\u0301', kept: 'Ren\u00E9' },
    { given: 'ｲﾄｳ', kept: 'イトウ' },
  ])('is kept in one form: $given as $kept', ({ given, kept }) => {
    expect(PersonName.parse(given)).toBe(kept)
  })

  it.each(['ẞ', 'ß', 'İ', 'ı', 'ς', 'Σ', 'ŉ', 'ﬁ', 'ǅ', 'ΐ', 'K'])('has one key in either case: %s', (letter) => {
    const key = nameKey(letter)
    expect([letter.toUpperCase(), letter.toLowerCase(), key].map(nameKey)).toEqual([key, key, key])
  })

  it('is the same in whatever form, case or spacing it is typed', () => {
    fc.assert(
      fc.property(text, (given) => {
        const name = cleanName(given)
        fc.pre(name !== '')
        for (const typed of [name.normalize('NFD'), ` ${name} `, name.replaceAll(' ', '\u00A0')])
          expect(PersonName.safeParse(typed).data).toBe(name)
        expect(nameKey(name.toUpperCase())).toBe(nameKey(name))
        expect(nameKey(nameKey(name))).toBe(nameKey(name))
      }),
    )
  })
})
