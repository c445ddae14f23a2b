import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexRow } from '../../../src/contract/summary.ts'
import { eachRating, worse, worstOfEach } from '../../../src/domain/matrix/ratings.ts'
import { summarise } from '../../../src/domain/bulletin/summary.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable } from '../../../src/domain/table/open.ts'
import { bulletin, indexOf, rating } from '../../support/arbitraries.ts'

describe('the worse of two ratings', () => {
  it.each([
    [1, 2, 1],
    [4, 'no-fix', 4],
    ['none', 'no-fix', 'no-fix'],
    [3, 3, 3],
  ] as const)('of %s and %s is %s', (a, b, expected) => {
    expect([worse(a, b), worse(b, a)]).toEqual([expected, expected])
  })

  it('does not depend on the order in which many are compared', () => {
    fc.assert(
      fc.property(fc.array(rating, { minLength: 1 }), (ratings) => {
        expect(ratings.reduce(worse)).toBe(ratings.toReversed().reduce(worse))
      }),
    )
  })
})

describe('the worst rating of each platform', () => {
  it('is the worst of those given, and the first of the same ones', () => {
    const platform = fc.constantFrom('windows-2000', 'windows-xp', 'windows-98')
    fc.assert(
      fc.property(fc.array(fc.record({ platform, rating })), (given) => {
        const worst = worstOfEach(given)
        expect(worst.map((each) => each.platform)).toEqual([...new Set(given.map((each) => each.platform))])
        for (const each of worst) {
          const own = given.filter((other) => other.platform === each.platform)
          expect(each.rating).toBe(own.map((other) => other.rating).reduce(worse))
          expect(each).toBe(own.find((other) => other.rating === each.rating))
        }
      }),
    )
  })
})

const listsOf = (summaries: readonly IndexRow[]) =>
  openTable<IndexRow>(encodeTable(summaries, IndexRow.shape)).columns.platforms

describe('reading ratings from a column', () => {
  it('visits all that the given rows say', () => {
    fc.assert(
      fc.property(indexOf(bulletin.map(summarise)), fc.func(fc.boolean()), (summaries, isGiven) => {
        const rows = summaries.flatMap(({ id }, row) => (isGiven(id) ? [row] : []))
        const lists = listsOf(summaries)
        const { platform, rating: rated } = lists.items.columns
        const visited: unknown[] = []
        eachRating(lists, rows, (at, rates, row) => visited.push([row, platform.values[at], rated.values[rates]]))
        expect(visited).toEqual(
          rows.flatMap((row) => (summaries[row]?.platforms ?? []).map((each) => [row, each.platform, each.rating])),
        )
      }),
    )
  })
})
