import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PersonName } from '../../src/contract/access.ts'
import { cleanName, markedName, programName } from '../../src/domain/person-name.ts'

const odd = fc.constantFrom('token: ', 'TOKEN:', '/', '\u0000', '\u200B', '\uD800', ' ', '😀', 'a'.repeat(80))
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

  it.each(['Ito', '伊藤 太郎', 'admin (sato)', '😀'.repeat(40)])('stays as it is where it is good: %s', (name) => {
    expect(cleanName(name)).toBe(name)
  })

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

  it('is never that of a program', () => {
    expect(PersonName.safeParse(programName('report')).success).toBe(false)
    expect(cleanName(programName('report'))).toBe('report')
  })
})
