/** What has changed of the rows of an index, and since when. */
import { newestChange, type LastByBulletin } from '../changes/last-changes.ts'
import { addRow } from './bits.ts'
import { setsOf, type FacetColumn } from './facet-column.ts'
import type { Rows } from './overlay.ts'

/** By the kinds of their changes after an event. */
export function byChange(changes: LastByBulletin, since: number, { count, of }: Rows): FacetColumn {
  const { sets, setOf } = setsOf(count)
  for (const [id, last] of changes) {
    const row = of(id)
    for (const { kind, event } of row === undefined ? [] : last) if (event > since) addRow(setOf(kind), row ?? 0)
  }
  return { sets }
}

/** The rows by their newest change, the last first; those of which none is known as in `otherwise`. */
export function orderByChange(changes: LastByBulletin, { count, of }: Rows, otherwise: Uint32Array): Uint32Array {
  const events = new Float64Array(count)
  for (const [id, last] of changes) events[of(id) ?? count] = newestChange(last)?.event ?? 0
  return otherwise.toSorted((a, b) => (events[b] ?? 0) - (events[a] ?? 0))
}
