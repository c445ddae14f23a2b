import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeRatings } from '../../../src/domain/matrix/complete-ratings.ts'
import { bulletin } from '../../support/arbitraries.ts'
import { platformListsIn, singleRatings } from '../../../src/domain/bulletin/ratings.ts'

describe('the ratings of a bulletin', () => {
  it('are completed where it says itself that a platform is not affected, and nowhere else', () => {
    fc.assert(
      fc.property(bulletin, (given) => {
        const named = new Set([...platformListsIn(given.vulnerabilities)].flat())
        const unaffected = new Set(
          given.platforms
            .filter(({ platform, rating }) => rating === 'none' && !named.has(platform))
            .map(({ platform }) => platform),
        )
        for (const [position, row] of completeRatings(given).entries()) {
          const before = singleRatings(given.vulnerabilities[position]?.ratings ?? [])
          const added = Array.from(unaffected, (platform) => ({ platform, rating: 'none' }))
          expect(new Set(singleRatings(row.ratings))).toEqual(new Set([...before, ...added]))
        }
      }),
    )
  })
})
