/** Which bulletins are of a release. */
import type { IndexRow } from '../contract/summary.ts'
import { releasesIn } from '../domain/releases/list.ts'
import { valueAt, type OpenTable } from '../domain/table/open.ts'

/** A release, and its bulletins, each with its day. */
export type ReleaseBulletins = { key: string; bulletins: ReadonlyMap<string, string> }

/** A release by its key, the newest for null; null where there is none. */
export function releaseBulletins(table: OpenTable<IndexRow>, asked: string | null): ReleaseBulletins | null {
  const key = asked ?? releasesIn(table).newest
  const { releases, id, publishedOn } = table.columns
  const bulletins = new Map<string, string>()
  if (key === null) return null
  for (let row = 0; row < table.rows; row++)
    if (valueAt(releases, row)?.includes(key) === true)
      bulletins.set(valueAt(id, row) ?? '', valueAt(publishedOn, row) ?? '')
  return bulletins.size === 0 ? null : { key, bulletins }
}
