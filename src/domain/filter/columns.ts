import type { Platform } from '../../contract/platform.ts'
import type { SortOrder, Summary } from '../../contract/summary.ts'
import { rowAt, type OpenTable } from '../table/open.ts'
import { facetColumns, type FacetColumns } from './facet-columns.ts'
import { orderOf } from './order.ts'
import { textColumns, type TextColumn } from './text-columns.ts'

/** The summary index, ready to be filtered; made once. What not every visit needs is made when it is first asked for. */
export type Columns = {
  table: OpenTable<Summary>
  options: FacetColumns
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

/** The columns of a summary index; `platforms` give the names by which bulletins are found. */
export function buildColumns(table: OpenTable<Summary>, platforms: readonly Pick<Platform, 'id' | 'label'>[]): Columns {
  const options = facetColumns(table)
  const texts = once(() => textColumns(table, options.platform, platforms))
  return {
    table,
    options,
    texts: () => texts(null),
    order: once((sort) => orderOf(table, sort)),
    summaryAt: once((row) => rowAt(table, row)),
  }
}
