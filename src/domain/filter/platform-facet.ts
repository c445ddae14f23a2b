import type { Platform } from '../../contract/platform.ts'
import type { IndexRow } from '../../contract/summary.ts'
import { isAffected } from '../bulletin/severity.ts'
import { eachRating } from '../matrix/ratings.ts'
import { lineageOf } from '../platforms/platforms.ts'
import { presentIds } from '../platforms/present.ts'
import type { OpenTable } from '../table/open.ts'
import { addRow, addRows, everyRow, noRows, union } from './bits.ts'
import { setsOf, type FacetColumn } from './facet-column.ts'

/** The rows by the platforms that they affect, and by all above these; an id of before means what it is now. */
export function byPlatform(
  { rows, columns }: OpenTable<IndexRow>,
  platforms: readonly Pick<Platform, 'id' | 'formerIds'>[],
): FacetColumn {
  const { platform, rating } = columns.platforms.items.columns
  const exact = platform.values.map(() => noRows(rows))
  const isHit = rating.values.map(isAffected)
  eachRating(columns.platforms, everyRow(rows), (at, rated, row) => {
    const set = exact[at]
    if (set && isHit[rated]) addRow(set, row)
  })
  const { sets, setOf } = setsOf(rows)
  for (const [position, id] of platform.values.entries()) {
    for (const above of lineageOf(id)) addRows(setOf(above), exact[position] ?? noRows(rows))
  }
  return {
    sets,
    rowsOf: (id) =>
      presentIds([String(id)], platforms)
        .map((present) => sets.get(present) ?? noRows(rows))
        .reduce(union, noRows(rows)),
  }
}
