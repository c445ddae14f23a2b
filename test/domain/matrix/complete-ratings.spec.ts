import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeRatings } from '../../../src/domain/matrix/complete-ratings.ts'
import { bulletin } from '../../support/arbitraries.ts'

describe('the ratings of a bulletin', () => {
  it('are completed where it says itself that a platform is not affected, and nowhere else', () => {
    fc.assert(
      fc.property(bulletin, (given) => {
        const named = new Set(given.vulnerabilities.flatMap(({ ratings }) => ratings.map(({ platform }) => platform)))
        const unaffected = new Set(
          given.platforms
            .filter(({ platform, rating }) => rating === 'none' && !named.has(platform))
            .map(({ platform }) => platform),
        )
        for (const [position, row] of completeRatings(given).entries()) {
          const before = given.vulnerabilities[position]?.ratings ?? []
          expect(row.ratings.slice(0, before.length)).toEqual(before)
          for (const added of row.ratings.slice(before.length)) {
            expect(added.rating).toBe('none')
            expect(unaffected.has(added.platform)).toBe(true)
          }
          for (const platform of unaffected) expect(row.ratings.map((each) => each.platform)).toContain(platform)
        }
      }),
    )
  })
})
