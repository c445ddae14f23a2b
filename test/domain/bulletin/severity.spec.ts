import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAffected, worstRating, worstSeverity } from '../../../src/domain/bulletin/severity.ts'
import { rating } from '../../support/arbitraries.ts'

const shuffled = fc
  .array(rating)
  .chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })))

describe('the worst rating', () => {
  it.each([
    { given: [3, 1, 2], worst: 1 },
    { given: ['no-fix', 4], worst: 4 },
    { given: ['none', 'no-fix'], worst: 'no-fix' },
    { given: ['none'], worst: 'none' },
    { given: [], worst: 'none' },
  ] as const)('of $given is $worst', ({ given, worst }) => expect(worstRating(given)).toBe(worst))

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(shuffled, ([given, mixed]) => {
        expect(worstRating(mixed)).toBe(worstRating(given))
      }),
    )
  })

  it('is one of those given, and stays the worst when it is given again', () => {
    fc.assert(
      fc.property(fc.array(rating, { minLength: 1 }), (given) => {
        const worst = worstRating(given)
        expect(given).toContain(worst)
        expect(worstRating([...given, worst])).toBe(worst)
      }),
    )
  })

  it('may be taken in parts', () => {
    fc.assert(
      fc.property(fc.array(rating), fc.array(rating), (some, others) => {
        expect(worstRating([worstRating(some), worstRating(others)])).toBe(worstRating([...some, ...others]))
      }),
    )
  })
})

describe('the worst severity', () => {
  it('is the worst rating where that is a severity, else absent', () => {
    fc.assert(
      fc.property(fc.array(rating), (given) => {
        const worst = worstRating(given)
        expect(worstSeverity(given)).toBe(typeof worst === 'number' ? worst : null)
      }),
    )
  })
})

it('counts a platform without a fix as affected', () => {
  expect((['none', 'no-fix', 4, 1] as const).map(isAffected)).toEqual([false, true, true, true])
})
