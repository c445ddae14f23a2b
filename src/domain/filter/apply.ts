import { facets, type Facet, type Option } from '../../contract/facets.ts'
import type { Summary } from '../../contract/summary.ts'
import type { Sort } from '../../contract/words.ts'
import { lazyRecord } from '../table/lazy-record.ts'
import { addRow, allRows, count, countBoth, hasRow, intersection, noRows, union, type Bits } from './bits.ts'
import type { Columns } from './columns.ts'
import type { Filter } from './filter.ts'
import { usualSort } from './order.ts'
import { rowsWithText } from './text-columns.ts'

export type FilterResult = {
  /** The rows that match, in the chosen order. */
  rows: Uint32Array
  /**
   * Rows per option, the usual and the chosen ones, each facet counted with its own condition left out, and when it is
   * first asked for. An option that has none is absent.
   */
  counts: Readonly<Record<Facet, ReadonlyMap<Option, number>>>
}

function rowsWithAny(columns: Columns, facet: Facet, chosen: readonly Option[]): Bits {
  const { sets, rowsOf = (option: Option) => sets.get(option) } = columns.facet(facet)
  const none = noRows(columns.table.rows)
  return chosen.map((option) => rowsOf(option) ?? none).reduce(union, none)
}

function rowsPublished({ table: { rows, columns } }: Columns, from: string | null, to: string | null): Bits {
  if (from === null && to === null) return allRows(rows)
  const found = noRows(rows)
  const { values, at } = columns.publishedOn
  const isWithin = values.map((day) => (from === null || day >= from) && (to === null || day <= to))
  for (let row = 0; row < rows; row++) if (isWithin[at === null ? row : (at[row] ?? -1)]) addRow(found, row)
  return found
}

/** The conditions of a filter: of each facet by itself, and what all others leave. */
function conditionsOf(columns: Columns, filter: Filter) {
  const { table } = columns
  // Every change has a kind.
  const since =
    filter.changedSince === null
      ? allRows(table.rows)
      : rowsWithAny(columns, 'changed', [...columns.facet('changed').sets.keys()])
  const base = intersection(
    intersection(since, rowsPublished(columns, filter.publishedFrom, filter.publishedTo)),
    filter.q === '' ? allRows(table.rows) : rowsWithText(columns.texts(), table.rows, filter.q),
  )
  const active = facets
    .filter((facet) => filter[facet].length > 0)
    .map((facet) => ({ facet, rows: rowsWithAny(columns, facet, filter[facet]) }))
  return (left?: Facet) =>
    active.filter(({ facet }) => facet !== left).reduce((rows, condition) => intersection(rows, condition.rows), base)
}

/** The rows that match. */
export const matchingRows = (columns: Columns, filter: Filter): Bits => conditionsOf(columns, filter)()

/** The rows that match, in the chosen or the usual order, and the count of every option. */
export function applyFilter(columns: Columns, filter: Filter, sort?: Sort): FilterResult {
  const matching = conditionsOf(columns, filter)
  const whole = matching()
  const countsOf = (facet: Facet) => {
    const rows = filter[facet].length > 0 ? matching(facet) : whole
    const counts = new Map<Option, number>()
    const { sets, rowsOf } = columns.facet(facet)
    const unusual = filter[facet]
      .filter((option) => !sets.has(option))
      .map((option) => [option, rowsOf?.(option)] as const)
    for (const [option, bits] of [...sets, ...unusual]) {
      if (bits === undefined) continue
      const found = countBoth(bits, rows)
      if (found > 0) counts.set(option, found)
    }
    return counts
  }
  return {
    rows: inOrder(whole, columns.order(sort ?? usualSort(columns.overlay.machines))),
    counts: lazyRecord(facets, countsOf),
  }
}

function inOrder(rows: Bits, order: Uint32Array): Uint32Array {
  const sorted = new Uint32Array(count(rows))
  let next = 0
  for (const row of order) if (hasRow(rows, row)) sorted[next++] = row
  return sorted
}

/** The bulletins that match, whole: for lists short enough to be shown or sent as they are. */
export const filteredBulletins = (columns: Columns, filter: Filter, sort?: Sort): Summary[] =>
  Array.from(applyFilter(columns, filter, sort).rows, columns.summaryAt)

/** The first bulletins that match and are wanted, at most `most`; no others are read. */
export function firstBulletins(
  columns: Columns,
  filter: Filter,
  sort: Sort,
  { most, isWanted = () => true }: { most: number; isWanted?: (bulletin: Summary) => boolean },
): Summary[] {
  const first: Summary[] = []
  for (const row of applyFilter(columns, filter, sort).rows) {
    if (first.length === most) break
    const bulletin = columns.readAt(row)
    if (isWanted(bulletin)) first.push(bulletin)
  }
  return first
}
