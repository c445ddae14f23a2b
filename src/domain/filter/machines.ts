/** How many machines of the fleet the bulletin of each row may affect. */
import type { PlatformId } from '../../contract/platform.ts'
import type { IndexRow } from '../../contract/summary.ts'
import { isAffected } from '../bulletin/severity.ts'
import type { MachineCount } from '../fleet/exposure.ts'
import { eachRating } from '../matrix/ratings.ts'
import { isWithin, lineageOf } from '../platforms/platforms.ts'
import type { OpenTable } from '../table/open.ts'
import { addRow, addRows, allRows, everyRow, hasRow, intersection, noRows, union, without, type Bits } from './bits.ts'
import type { FacetColumn } from './facet-column.ts'

/** Of each platform on file that machines may be, or that is above or below one: where it is named, and where affected. */
function namedRows({ rows, columns }: OpenTable<IndexRow>, machines: readonly MachineCount[]) {
  const wanted = new Set(machines.flatMap(({ mayBe }) => mayBe.flatMap(lineageOf)))
  const { platform, rating } = columns.platforms.items.columns
  const named = new Map<PlatformId, { rated: Bits; affected: Bits }>()
  const setsOf = platform.values.map((id) => {
    if (!wanted.has(id) && !machines.some((count) => isWithin(id, count.platform))) return null
    const sets = named.get(id) ?? { rated: noRows(rows), affected: noRows(rows) }
    named.set(id, sets)
    return sets
  })
  const isHit = rating.values.map(isAffected)
  eachRating(columns.platforms, everyRow(rows), (at, rated, row) => {
    const sets = setsOf[at]
    if (!sets) return
    addRow(sets.rated, row)
    if (isHit[rated]) addRow(sets.affected, row)
  })
  return named
}

/** Of each row how many machines it may affect at most; the same that `exposureOf` gives one by one. */
export function machinesByRow(index: OpenTable<IndexRow>, machines: readonly MachineCount[]): Float64Array {
  const counts = new Float64Array(index.rows)
  if (machines.length === 0) return counts
  const named = namedRows(index, machines)
  /** What is said of a platform, or else of the nearest one above it. */
  const affecting = (platform: PlatformId): Bits => {
    let found = noRows(index.rows)
    let open = allRows(index.rows)
    for (const above of lineageOf(platform)) {
      const sets = named.get(above)
      if (sets === undefined) continue
      found = union(found, intersection(open, sets.affected))
      open = without(open, sets.rated)
    }
    return found
  }
  for (const { platform, machines: count, mayBe } of machines) {
    const hit = mayBe.map(affecting).reduce(union, noRows(index.rows))
    for (const [id, { affected }] of named) if (isWithin(id, platform)) addRows(hit, affected)
    for (let row = 0; row < index.rows; row++) if (hasRow(hit, row)) counts[row] = (counts[row] ?? 0) + count
  }
  return counts
}

/** By whether a bulletin is to be installed on machines of the fleet, or may affect any; nothing where no fleet is on file. */
export function byMachines(counts: Float64Array, hasFleet: boolean, toInstall: Bits): FacetColumn {
  if (!hasFleet) return { sets: new Map() }
  const affected = noRows(counts.length)
  for (const [row, count] of counts.entries()) if (count > 0) addRow(affected, row)
  const others = without(allRows(counts.length), affected)
  return {
    sets: new Map([
      ['to-install', toInstall],
      ['affected', affected],
      ['not-affected', others],
    ]),
  }
}
