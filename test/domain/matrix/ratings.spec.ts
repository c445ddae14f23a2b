import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexRow } from '../../../src/contract/summary.ts'
import { worse, worstByPlatform } from '../../../src/domain/matrix/ratings.ts'
import { isAffected } from '../../../src/domain/bulletin/severity.ts'
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
  it('is the worst that any of the given bulletins has on it, and absent where none affects it', () => {
    fc.assert(
      fc.property(indexOf(bulletin.map(summarise)), fc.func(fc.boolean()), (summaries, isGiven) => {
        const rows = summaries.flatMap(({ id }, row) => (isGiven(id) ? [row] : []))
        const expected = new Map<string, IndexRow['platforms'][number]['rating']>()
        for (const row of rows) {
          for (const { platform, rating: found } of summaries[row]?.platforms ?? []) {
            if (isAffected(found)) expected.set(platform, worse(expected.get(platform) ?? 'none', found))
          }
        }
        const table = openTable<IndexRow>(encodeTable(summaries, IndexRow.shape))
        expect(worstByPlatform(table.columns.platforms, rows)).toEqual(expected)
      }),
    )
  })
})
