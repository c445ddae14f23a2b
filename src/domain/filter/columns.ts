import type { Platform } from '../../contract/platform.ts'
import type { IndexRow, Summary } from '../../contract/summary.ts'
import type { SortOrder, Triage } from '../../contract/words.ts'
import type { TriageState } from '../../contract/triage.ts'
import { triages } from '../../contract/vocabulary.ts'
import { rowAt, valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'
import { isReviewDue } from '../triage/triage.ts'
import { addRow, noRows } from './bits.ts'
import { byValue, facetColumns, type FacetColumns } from './facet-columns.ts'
import { orderOf } from './order.ts'
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

/** How far the team is, as far as a filter asks for it, by the id of a bulletin. Who is not named is new. */
export type States = ReadonlyMap<string, Pick<TriageState, 'status' | 'reviewOn'>>

/** The status in each row, and the rows that are to be looked at again by today. */
function triageColumn({ rows, columns: { id } }: OpenTable<IndexRow>, states: States, today: string) {
  const at = new Int32Array(rows).fill(triages.indexOf('new'))
  const due = noRows(rows)
  if (states.size > 0) {
    for (let row = 0; row < rows; row++) {
      const state = states.get(valueAt(id, row) ?? '')
      if (state === undefined) continue
      at[row] = triages.indexOf(state.status)
      if (isReviewDue(state, today)) addRow(due, row)
    }
  }
  const column: ValueColumn<Triage> = { values: triages, at }
  return { column, due }
}

/** The columns of a summary index; `platforms` give the names by which bulletins are found. All states are the default. */
export function buildColumns(
  index: OpenTable<IndexRow>,
  platforms: readonly Pick<Platform, 'id' | 'label' | 'formerIds'>[],
): Columns {
  const facets = facetColumns(index)
  const texts = once(() => textColumns(index, facets.platform, platforms))
  const rowOf = once((row: number) => rowAt(index, row))
  return overIndex(index, {
    facets,
    platforms,
    texts: () => texts(null),
    order: once((sort) => orderOf(index, sort)),
    rowOf,
    states: new Map(),
    today: '',
  })
}

type Made = {
  facets: Omit<FacetColumns, 'triage'>
  rowOf: (row: number) => IndexRow
  states: States
  today: string
} & Pick<Columns, 'platforms' | 'texts' | 'order'>

function overIndex(index: OpenTable<IndexRow>, { facets, rowOf, states, today, ...shared }: Made): Columns {
  const { column: triage, due } = triageColumn(index, states, today)
  return {
    table: { rows: index.rows, columns: { ...index.columns, triage } },
    options: {
      ...facets,
      triage: byValue<Triage>(triage, index.rows, (state) => [state]).set('review-due', due),
    },
    ...shared,
    summaryAt: once((row) => ({ ...rowOf(row), triage: valueAt(triage, row) ?? 'new' })),
  }
}

/** The same index with the states of its bulletins, as of today. All else is shared with the old one. */
export const withTriage = ({ table, options, summaryAt, ...shared }: Columns, states: States, today: string): Columns =>
  overIndex(table, { ...shared, facets: options, rowOf: summaryAt, states, today })
