import type { Facet } from '../../contract/facets.ts'
import type { Platform } from '../../contract/platform.ts'
import type { IndexRow, Summary } from '../../contract/summary.ts'
import type { Sort, SortOrder } from '../../contract/words.ts'
import { once } from '../table/once.ts'
import { rowAt, valueAt, type OpenTable } from '../table/open.ts'
import { orderByChange } from './changed.ts'
import type { FacetColumn } from './facet-column.ts'
import { indexFacets } from './index-facets.ts'
import { machinesByRow } from './machines.ts'
import { orderByDue, orderByMachines, orderOf, reversed, rowsById, sortedAs, type IndexSort } from './order.ts'
import { dueColumn, noOverlay, triageColumn, type Overlay, type Rows } from './overlay.ts'
import { overlayFacets, type OverlayFacet } from './overlay-facets.ts'
import { foundColumn, textColumns, type TextColumn } from './text-columns.ts'
import { textLines, type TextLines } from './text-lines.ts'

export type Named = readonly Pick<Platform, 'id' | 'label' | 'formerIds'>[]

/** The summary index, ready to be filtered. All that is read of it is made when it is first asked for, and kept. */
export type Columns = {
  table: OpenTable<Summary>
  /** What a filter reads of a facet. */
  facet: (facet: Facet) => FacetColumn
  /** What is laid over the index. */
  overlay: Overlay
  texts: () => readonly TextColumn[]
  /** Of each row how many machines of the fleet it may affect. */
  machines: () => Float64Array
  /** The rows in an order of the list. */
  order: (sort: Sort) => Uint32Array
  /** The summary in a row; the same object for as long as nothing of it changes. */
  summaryAt: (row: number) => Summary
  /** The same, made anew and not kept: for lists that are read once. */
  readAt: (row: number) => Summary
  /** The row of a bulletin; undefined where it is not on file. */
  rowOf: (id: string) => number | undefined
  /** The same index with other parts laid over it. */
  with: (change: Partial<Overlay>) => Columns
  /** What was made of its rows. */
  made: () => { index: OpenTable<IndexRow> } & Seed & Required<Pick<Seed, 'rows' | 'summaries'>>
  /** Of the same rows with more of their columns. */
  completed: (index: OpenTable<IndexRow>) => Columns
}

/** A value that is made when it is first asked for; `peek` tells it where it was made. */
function lazy<T>(make: () => T, made?: T): (() => T) & { peek: () => T | undefined } {
  let value = made
  return Object.assign(() => (value ??= make()), { peek: () => value })
}

/** What was made of the rows of an index before some of them changed. */
type Seed = {
  byId?: Uint32Array | undefined
  lines?: TextLines | undefined
  rows?: (IndexRow | undefined)[]
  summaries?: WeakMap<IndexRow, Summary>
}

/** The columns of a summary index; `platforms` give the names by which bulletins are found. All states are the default. */
export const buildColumns = (index: OpenTable<IndexRow>, platforms: Named, seed: Seed = {}): Columns =>
  overlaid(sharedOf(index, platforms, seed), noOverlay)

/** What is read of the first part of an index: it stays as the others come. */
type Base = {
  byId: ReturnType<typeof lazy<Uint32Array>>
  rows: Rows
  facet: (facet: Exclude<Facet, OverlayFacet>) => FacetColumn
  order: (sort: IndexSort) => Uint32Array
  /** What was made last, by facet or column, and of what. */
  made: Map<string, { of: readonly unknown[]; value: unknown }>
}

function baseOf(index: OpenTable<IndexRow>, platforms: Named, seed: Seed): Base {
  const byId = lazy(() => rowsById(index), seed.byId)
  const rowOfId = lazy(
    () => new Map(Array.from({ length: index.rows }, (_, row) => [valueAt(index.columns.id, row), row])),
  )
  const order: Base['order'] = once((sort) => orderOf(index, sort, byId(), order))
  return {
    byId,
    rows: { count: index.rows, of: (id) => rowOfId().get(id) },
    facet: once((name) => indexFacets[name]({ table: index, platforms })),
    order,
    made: new Map(),
  }
}

function sharedOf(
  index: OpenTable<IndexRow>,
  platforms: Named,
  seed: Seed,
  base: Base = baseOf(index, platforms, seed),
): Shared {
  const lines = lazy(() => textLines(index), seed.lines)
  const { rows = [], summaries = new WeakMap() } = seed
  return {
    ...base,
    index,
    texts: lazy(() => textColumns(index, lines(), base.facet('platform').sets, platforms)),
    rowAt: (row) => (rows[row] ??= rowAt(index, row)),
    summaries,
    completed: (next) => sharedOf(next, platforms, {}, base),
    seed: () => ({ index, byId: base.byId.peek(), lines: lines.peek(), rows, summaries }),
  }
}

type Shared = Base & {
  index: OpenTable<IndexRow>
  rowAt: (row: number) => IndexRow
  /** The summaries that were made last. */
  summaries: WeakMap<IndexRow, Summary>
  seed: Columns['made']
  completed: (index: OpenTable<IndexRow>) => Shared
} & Pick<Columns, 'texts'>

function overlaid(shared: Shared, overlay: Overlay): Columns {
  const { index, rows, made } = shared
  /** What `make` gives; what was made before, where what it is made of is still the same. */
  function kept<T>(name: string, of: readonly unknown[], make: () => T): T {
    const known = made.get(name)
    if (known !== undefined && of.every((part, at) => known.of[at] === part)) return known.value as T
    const value = make()
    made.set(name, { of, value })
    return value
  }
  const triage = kept('column triage', [overlay.states], () => triageColumn(overlay.states, rows))
  const due = kept('column due', [overlay.due, overlay.states], () => dueColumn(overlay, rows))
  const machines = () => kept('machines', [overlay.machines], () => machinesByRow(index, overlay.machines))
  const isOverlaid = (facet: Facet): facet is OverlayFacet => facet in overlayFacets
  const laidOver = (told: IndexRow, row: number): Summary => {
    const day = valueAt(due, row)
    return { ...told, triage: valueAt(triage, row) ?? 'new', ...(day && { due: day }) }
  }
  const orderBy = (sort: SortOrder): Uint32Array => {
    if (sort === 'due')
      return kept('order due', [due, overlay.machines], () =>
        orderByDue(index, due, machines(), shared.order('urgency')),
      )
    if (sort === 'machines')
      return kept('order machines', [overlay.machines], () => orderByMachines(machines(), shared.order('urgency')))
    if (sort === 'changed')
      return kept('order changed', [overlay.changes], () =>
        orderByChange(overlay.changes, rows, shared.order('updated')),
      )
    return shared.order(sort)
  }
  /** Whether an order knows anything of a row. */
  const isKnownTo = (sort: SortOrder) => (row: number) => {
    if (sort === 'due') return typeof valueAt(due, row)?.left === 'number'
    const scores = sort === 'cvss' || sort === 'epss' ? index.columns[sort] : undefined
    return scores === undefined || valueAt(scores, row) !== undefined
  }
  return {
    // What is made of a table is kept with it: a search of texts is no other one.
    table: kept('table', [index, triage, due], () => ({
      rows: index.rows,
      columns: { ...index.columns, triage, due },
    })),
    facet(facet) {
      if (!isOverlaid(facet)) return shared.facet(facet)
      const { of, read } = overlayFacets[facet]
      const parts = of.map((part) => overlay[part])
      return kept(facet, parts, () => read(overlay, rows, machines))
    },
    overlay,
    texts: lazy(() => [...shared.texts(), foundColumn(overlay.found, rows)]),
    machines,
    order: (sort) => {
      const by = sortedAs(sort)
      return sort === by ? orderBy(by) : reversed(orderBy(by), isKnownTo(by))
    },
    summaryAt(row) {
      const told = shared.rowAt(row)
      const [now, day] = [valueAt(triage, row) ?? 'new', valueAt(due, row)]
      const last = shared.summaries.get(told)
      if (last?.triage === now && last.due === day) return last
      const summary = laidOver(told, row)
      shared.summaries.set(told, summary)
      return summary
    },
    readAt: (row) => laidOver(rowAt(index, row), row),
    rowOf: rows.of,
    completed: (next) => overlaid(shared.completed(next), overlay),
    made: shared.seed,
    with: (change) => overlaid(shared, { ...overlay, ...change }),
  }
}
