import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bulletinIn, bulletinText } from '../../../src/domain/bulletin/json.ts'
import { packed, unpacked } from '../../../src/domain/bulletin/packed.ts'
import { groupRatings, platformListsIn, singleRatings } from '../../../src/domain/bulletin/ratings.ts'
import { bulletin, platformId, rating } from '../../support/arbitraries.ts'
import { earlierText } from '../../support/earlier-bulletin.ts'
import { wholeBulletin } from '../../support/whole-bulletin.ts'

describe('a bulletin that is kept or sent', () => {
  it('is read as it was', () => {
    fc.assert(
      fc.property(fc.oneof(bulletin, wholeBulletin), (given) => {
        expect(bulletinIn(bulletinText(given))).toEqual(given)
      }),
    )
  })

  it('is read as it was from what versions up to 1.0 have kept', () => {
    fc.assert(
      fc.property(wholeBulletin, (given) => {
        expect(bulletinIn(earlierText(given))).toEqual(given)
      }),
    )
  })

  it('may name platforms that it does not list', () => {
    fc.assert(
      fc.property(bulletin, (given) => {
        const bare = { ...given, platforms: given.platforms.slice(1) }
        expect(bulletinIn(bulletinText(bare))).toEqual(bare)
      }),
    )
  })

  it('tells a list of platforms once, however many vulnerabilities have it', () => {
    fc.assert(
      fc.property(bulletin, fc.uniqueArray(platformId, { minLength: 1 }), (given, platforms) => {
        const rated = { rating: 1 as const, platforms }
        const vulnerabilities = given.vulnerabilities.map((flaw) => ({ ...flaw, ratings: [structuredClone(rated)] }))
        fc.pre(vulnerabilities.length > 0)
        const whole = packed({
          ...given,
          platforms: platforms.map((platform) => ({ platform, rating: 1 })),
          vulnerabilities,
        })
        expect(whole.platformSets).toHaveLength(1)
        expect(platformListsIn(unpacked(whole).vulnerabilities).size).toBe(1)
      }),
    )
  })

  it('is refused where it names a list or a platform that is not there', () => {
    fc.assert(
      fc.property(bulletin, fc.boolean(), (given, isOfList) => {
        const whole = packed(given)
        const [flaw] = whole.vulnerabilities
        fc.pre(flaw !== undefined)
        const beyond = isOfList
          ? { ...whole, vulnerabilities: [{ ...flaw, ratings: [{ rating: 1, platforms: 99 }] }] }
          : { ...whole, platformSets: [...(whole.platformSets ?? []), [99]] }
        expect(() => bulletinIn(JSON.stringify(beyond))).toThrow('platformSets')
      }),
    )
  })
})

describe('ratings', () => {
  it('that are alike are told together, and none is lost', () => {
    const status = fc.constantFrom('fixed' as const, 'recommended' as const)
    const single = fc.record({ platform: platformId, rating, status }, { requiredKeys: ['platform', 'rating'] })
    fc.assert(
      fc.property(fc.array(single), (given) => {
        const groups = groupRatings(given)
        const sorted = (all: readonly object[]) => all.map((each) => JSON.stringify(each)).toSorted()
        expect(sorted(singleRatings(groups))).toEqual(sorted(given))
        expect(new Set(groups.map((each) => `${each.rating} ${each.status}`)).size).toBe(groups.length)
      }),
    )
  })
})
