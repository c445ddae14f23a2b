import type { IndexRow, Summary } from '../../contract/summary.ts'
import { exposureOf } from '../fleet/exposure.ts'
import { rowAt, valueAt, type OpenTable } from '../table/open.ts'
import type { Columns } from './columns.ts'
import { dueColumn, noOverlay, triageColumn } from './overlay.ts'

/**
 * The rows that a list begins with, as far as it shows them. What filters, orders and searches is larger than the list
 * itself, and comes with the index.
 */
export function columnsOfFirst(index: OpenTable<IndexRow>, overlay = noOverlay): Columns {
  const { rows } = index
  const indexRows = Array.from({ length: rows }, (_, row) => rowAt(index, row))
  const places = new Map(indexRows.map(({ id }, row) => [id, row]))
  const rowOf = (id: string) => places.get(id)
  const triage = triageColumn(overlay.states, { count: rows, of: rowOf })
  const due = dueColumn(overlay, { count: rows, of: rowOf })
  const summaries = indexRows.map((told, row): Summary => {
    const day = valueAt(due, row)
    return { ...told, triage: valueAt(triage, row) ?? 'new', ...(day && { due: day }) }
  })
  return {
    table: { rows, columns: { ...index.columns, triage, due } },
    overlay,
    rowOf,
    summaryAt: (row) => summaries[row] ?? outside(row),
    readAt: (row) => summaries[row] ?? outside(row),
    machines: () =>
      Float64Array.from(summaries, ({ platforms }) => exposureOf(platforms, overlay.machines)?.atMost ?? 0),
    with: (change) => columnsOfFirst(index, { ...overlay, ...change }),
    facet: unknown,
    texts: unknown,
    order: unknown,
    made: () => ({ index, rows: indexRows, summaries: new WeakMap() }),
    completed: unknown,
  }
}

function outside(row: number): never {
  throw new RangeError(`row ${row} is not among the first`)
}

function unknown(): never {
  throw new Error('the first rows of a list are not filtered: the index is')
}
