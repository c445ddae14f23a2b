import type { Platform } from '../../contract/platform.ts'
import type { IndexRow, Summary } from '../../contract/summary.ts'
import type { SortOrder } from '../../contract/words.ts'
import { rowAt, valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'
import { facetColumns, type FacetColumns } from './facet-columns.ts'
import { orderOf } from './order.ts'
import { triageOverlay, type OverlayOf } from './overlays.ts'
import { textColumns, type TextColumn } from './text-columns.ts'

/** The summary index, ready to be filtered; made once. What not every visit needs is made when it is first asked for. */
export type Columns = {
  table: OpenTable<Summary>
  options: FacetColumns
  /** By their ids of now and of before. */
  platforms: readonly Pick<Platform, 'id' | 'formerIds'>[]
  texts: () => readonly TextColumn[]
  /** The rows in an order of the list. */
  order: (sort: SortOrder) => Uint32Array
  /** The summary in a row; the same object each time. */
  summaryAt: (row: number) => Summary
}

/** A function that computes its value once for each argument. */
function once<A, T>(make: (argument: A) => T): (argument: A) => T {
  const made = new Map<A, T>()
  return (argument) => {
    const known = made.get(argument)
    if (known !== undefined) return known
    const value = make(argument)
    made.set(argument, value)
    return value
  }
}

/** The columns of a summary index; `platforms` give the names by which bulletins are found. All states are the default. */
export function buildColumns(
  index: OpenTable<IndexRow>,
  platforms: readonly Pick<Platform, 'id' | 'label' | 'formerIds'>[],
): Columns {
  const facets = facetColumns(index)
  const texts = once(() => textColumns(index, facets.platform, platforms))
  const bare: Columns = {
    // The overlay below adds what is missing.
    table: index as OpenTable<Summary>,
    options: { ...facets, triage: new Map() },
    platforms,
    texts: () => texts(null),
    order: once((sort) => orderOf(index, sort)),
    summaryAt: once((row) => rowAt(index, row) as Summary),
  }
  return withOverlays(bare, [triageOverlay(new Map(), '')])
}

/** The same index with other overlays in place of those of the same fields. All else is shared with the old one. */
export const withOverlays = (columns: Columns, overlays: readonly OverlayOf[]): Columns =>
  overlays.reduce(withOverlay, columns)

function withOverlay({ table, options, summaryAt, ...shared }: Columns, overlayOf: OverlayOf): Columns {
  const overlay = overlayOf(table)
  const laid = Object.entries<ValueColumn>(overlay.columns)
  return {
    table: { rows: table.rows, columns: { ...table.columns, ...overlay.columns } },
    options: { ...options, ...overlay.options },
    ...shared,
    summaryAt: once((row) => {
      const told = Object.fromEntries<unknown>(laid.map(([field, column]) => [field, valueAt(column, row)]))
      return { ...summaryAt(row), ...told }
    }),
  }
}
