/** Which platforms are of today: by the newest bulletin that affects them. */
import type { IndexRow } from '../../contract/summary.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isAffected } from '../bulletin/severity.ts'
import { eachRating } from '../matrix/ratings.ts'
import { valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'
import { lineageOf } from './platforms.ts'

/** The day of the newest bulletin that affects a platform or anything below it, and who published that. */
export type NewestBulletin = { day: string; publisher: string | null }

type Read = Pick<IndexRow, 'platforms' | 'publishedOn' | 'publisher'>

const read = new WeakMap<object, ReadonlyMap<PlatformId, NewestBulletin>>()

/** The newest bulletin by platform, with all that are above those on file; made once for a table. */
export function newestByPlatform(table: OpenTable<Read>): ReadonlyMap<PlatformId, NewestBulletin> {
  const { platforms, publishedOn } = table.columns
  // Where no row has one, there is no column.
  const optional: { publisher?: ValueColumn<string | undefined> } = table.columns
  const known = read.get(platforms)
  if (known !== undefined) return known
  const { platform, rating } = platforms.items.columns
  /** The newest row of each value of the column. */
  const rowOf = new Map<number, number>()
  const dayOf = (row: number) => valueAt(publishedOn, row) ?? ''
  eachRating(
    platforms,
    Array.from({ length: table.rows }, (_, row) => row),
    (at, rated, row) => {
      const value = rating.values[rated]
      if (value === undefined || !isAffected(value)) return
      const last = rowOf.get(at)
      if (last === undefined || dayOf(row) > dayOf(last)) rowOf.set(at, row)
    },
  )
  const found = new Map<PlatformId, NewestBulletin>()
  for (const [at, row] of rowOf) {
    const id = platform.values[at]
    const publisher = optional.publisher === undefined ? undefined : valueAt(optional.publisher, row)
    const newest = { day: dayOf(row), publisher: publisher ?? null }
    for (const each of id === undefined ? [] : lineageOf(id))
      if (newest.day > (found.get(each)?.day ?? '')) found.set(each, newest)
  }
  read.set(platforms, found)
  return found
}
