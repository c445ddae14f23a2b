import type { Facet } from '../../contract/facets.ts'
import type { Platform } from '../../contract/platform.ts'
import type { IndexRow, Summary } from '../../contract/summary.ts'
import type { SortOrder } from '../../contract/words.ts'
import { once } from '../table/once.ts'
import { rowAt, valueAt, type OpenTable } from '../table/open.ts'
import type { Bits } from './bits.ts'
import { orderByChange, rowsChanged } from './changed.ts'
import type { FacetColumn } from './facet-column.ts'
import { indexFacets } from './index-facets.ts'
import { machinesByRow } from './machines.ts'
import { orderByDue, orderByMachines, orderOf, type IndexSort } from './order.ts'
import {
  dueColumn,
  noOverlay,
  overlayFacets,
  triageColumn,
  type Overlay,
  type OverlayFacet,
  type Rows,
} from './overlay-facets.ts'
import { foundColumn, textColumns, type TextColumn } from './text-columns.ts'

/** The summary index, ready to be filtered. All that is read of it is made when it is first asked for, and kept. */
export type Columns = {
  table: OpenTable<Summary>
  /** What a filter reads of a facet. */
  facet: (facet: Facet) => FacetColumn
  /** What is laid over the index. */
  overlay: Overlay
  /** The rows that have changed since the event of the overlay. */
  changed: () => Bits
  texts: () => readonly TextColumn[]
  /** Of each row how many machines of the fleet it may affect. */
  machines: () => Float64Array
  /** The rows in an order of the list. */
  order: (sort: SortOrder) => Uint32Array
  /** The summary in a row; the same object each time. */
  summaryAt: (row: number) => Summary
  /** The same index with other parts laid over it. */
  with: (change: Partial<Overlay>) => Columns
}

/** The columns of a summary index; `platforms` give the names by which bulletins are found. All states are the default. */
export function buildColumns(
  index: OpenTable<IndexRow>,
  platforms: readonly Pick<Platform, 'id' | 'label' | 'formerIds'>[],
): Columns {
  const facet = once((name: Exclude<Facet, OverlayFacet>) => indexFacets[name]({ table: index, platforms }))
  const texts = once(() => textColumns(index, facet('platform').sets, platforms))
  const rowById = once(
    () => new Map(Array.from({ length: index.rows }, (_, row) => [valueAt(index.columns.id, row), row])),
  )
  const shared: Shared = {
    index,
    rows: { count: index.rows, of: (id) => rowById(null).get(id) },
    facet,
    texts: () => texts(null),
    order: once((sort: IndexSort) => orderOf(index, sort)),
    rowAt: once((row) => rowAt(index, row)),
    made: new Map(),
  }
  return overlaid(shared, noOverlay)
}

type Shared = {
  index: OpenTable<IndexRow>
  rows: Rows
  facet: (facet: Exclude<Facet, OverlayFacet>) => FacetColumn
  rowAt: (row: number) => IndexRow
  /** What was last read of an overlay, by facet or column, and of which of its parts. */
  made: Map<string, { of: readonly unknown[]; value: unknown }>
  order: (sort: IndexSort) => Uint32Array
} & Pick<Columns, 'texts'>

function overlaid(shared: Shared, overlay: Overlay): Columns {
  const { index, rows, made } = shared
  /** What `make` gives; what was made before, where the parts of the overlay are still the same. */
  function kept<T>(name: string, parts: readonly (keyof Overlay)[], make: () => T): T {
    const known = made.get(name)
    if (known !== undefined && parts.every((part, at) => known.of[at] === overlay[part])) return known.value as T
    const value = make()
    made.set(name, { of: parts.map((part) => overlay[part]), value })
    return value
  }
  const triage = kept('column triage', ['states'], () => triageColumn(overlay.states, rows))
  const due = kept('column due', ['due', 'states'], () => dueColumn(overlay, rows))
  const machines = () => kept('machines', ['machines'], () => machinesByRow(index, overlay.machines))
  const isOverlaid = (facet: Facet): facet is OverlayFacet => facet in overlayFacets
  return {
    table: { rows: index.rows, columns: { ...index.columns, triage, due } },
    facet(facet) {
      if (!isOverlaid(facet)) return shared.facet(facet)
      const { of, read } = overlayFacets[facet]
      return kept(facet, of, () => read(overlay, rows, machines))
    },
    overlay,
    changed: () =>
      kept('rows changed', ['changes', 'changedSince'], () => rowsChanged(overlay.changes, overlay.changedSince, rows)),
    texts: kept('texts', ['found'], () => {
      const read = once(() => [...shared.texts(), foundColumn(overlay.found, rows)])
      return () => read(null)
    }),
    machines,
    order: (sort) => {
      if (sort === 'due')
        return kept('order due', ['due', 'states', 'machines'], () => orderByDue(index, due, machines()))
      if (sort === 'machines') return kept('order machines', ['machines'], () => orderByMachines(index, machines()))
      if (sort === 'changed')
        return kept('order changed', ['changes'], () => orderByChange(overlay.changes, rows, shared.order('updated')))
      return shared.order(sort)
    },
    summaryAt: kept('summaries', ['states', 'due'], () =>
      once((row) => {
        const day = valueAt(due, row)
        return { ...shared.rowAt(row), triage: valueAt(triage, row) ?? 'new', ...(day && { due: day }) }
      }),
    ),
    with: (change) => overlaid(shared, { ...overlay, ...change }),
  }
}
