import type { Columns } from '../../domain/filter/columns.ts'
import type { Overlay } from '../../domain/filter/overlay.ts'

/** Each index with what was last laid over it: the parts of a page share one. */
const overlaid = new WeakMap<Columns, Columns>()

/** The index with these parts of its overlay; the one that was made last, where they are the same. */
export function withOverlay(index: Columns, change: Partial<Overlay>): Columns {
  const last = overlaid.get(index)
  const parts = Object.keys(change) as (keyof Overlay)[]
  if (last !== undefined && parts.every((part) => last.overlay[part] === change[part])) return last
  const columns = index.with(change)
  overlaid.set(index, columns)
  return columns
}
