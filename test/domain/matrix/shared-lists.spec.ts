import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexRow } from '../../../src/contract/summary.ts'
import { summarise } from '../../../src/domain/bulletin/summary.ts'
import { eachRating, type RatingLists } from '../../../src/domain/matrix/ratings.ts'
import { sharedLists } from '../../../src/domain/matrix/shared-lists.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable } from '../../../src/domain/table/open.ts'
import { bulletin, indexOf } from '../../support/arbitraries.ts'

const listsOf = (summaries: readonly IndexRow[]) =>
  openTable<IndexRow>(encodeTable(summaries, IndexRow.shape)).columns.platforms

function saidIn(lists: RatingLists, rows: readonly number[]) {
  const { platform, rating: rated } = lists.items.columns
  const said: unknown[] = []
  eachRating(lists, rows, (at, rates) => said.push([platform.values[at], rated.values[rates]]))
  return said
}

describe('rating lists that are shared', () => {
  const summaries = indexOf(bulletin.map(summarise))

  it('say of each group what its rows say, one after another', () => {
    fc.assert(
      fc.property(summaries, fc.array(fc.array(fc.nat(20), { maxLength: 3 })), (given, picked) => {
        const groups = picked.map((rows) => rows.filter((row) => row < given.length))
        const { lists, listOf } = sharedLists(listsOf(given), groups)
        for (const [group, rows] of groups.entries())
          expect(saidIn(lists, [listOf[group] ?? -1])).toEqual(saidIn(listsOf(given), rows))
      }),
    )
  })

  it('are one for all groups that say the same', () => {
    fc.assert(
      fc.property(summaries, (given) => {
        const rows = given.map((_, row) => row)
        const { lists, listOf } = sharedLists(
          listsOf(given),
          [...rows, ...rows].map((row) => [row]),
        )
        expect([...listOf.subarray(rows.length)]).toEqual([...listOf.subarray(0, rows.length)])
        expect(lists.starts).toHaveLength(new Set(listOf).size + 1)
      }),
    )
  })
})
