/** Which bulletins are of a release. */
import type { IndexRow } from '../contract/summary.ts'
import type { OpenTable } from '../domain/table/open.ts'

/** A release, and its bulletins, each with its day. */
export type ReleaseBulletins = { key: string; bulletins: ReadonlyMap<string, string> }

/** A release by its key, the newest for null; null where there is none. */
export function releaseBulletins(table: OpenTable<IndexRow>, key: string | null): ReleaseBulletins | null {
  return table.rows < 0 ? { key: key ?? '', bulletins: new Map() } : null
}
