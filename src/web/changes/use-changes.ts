import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { BulletinQuery } from '../../contract/summary.ts'
import { changeAfter, type LastByBulletin, type LastChange } from '../../domain/changes/last-changes.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { withOverlay } from '../catalogue/overlay.ts'
import { lastChangesQuery } from './queries.ts'
import { useSeen } from './use-seen.ts'

type Asked = Pick<BulletinQuery, 'sort' | 'changed' | 'changedSince'>

/** After which event changes are asked for: as few as the marks, the filter and the order take. */
function neededSince({ sort, changed, changedSince }: Asked, seen: number | null): number | null {
  if (changedSince !== undefined) return Math.min(Number(changedSince), seen ?? Infinity)
  return sort === 'changed' || changed !== undefined ? 0 : seen
}

const nothing: LastByBulletin = new Map()

/** The index with what has changed, as soon as that is known. */
export function useWithChanges(columns: Columns, query: Asked): Columns {
  const [seen] = useSeen()
  const changes = useQuery(lastChangesQuery(neededSince(query, seen))).data?.changes ?? nothing
  return withOverlay(columns, { changes, changedSince: Number(query.changedSince ?? 0) })
}

/** What has changed since the last visit: of one bulletin, how many in all, and how to mark all as seen. */
export function useChanges({ overlay: { changes } }: Columns, query: Asked) {
  const [seen, see] = useSeen()
  const { data } = useQuery(lastChangesQuery(neededSince(query, seen)))
  // A store that was set back has fewer events than were seen.
  const isAhead = data !== undefined && seen !== null && seen > data.last
  useEffect(() => {
    if (isAhead) see(data.last)
  })
  const since = Number(query.changedSince ?? seen ?? Infinity)
  return {
    seen,
    /** What calls for the most attention of what has changed; null where nothing has. */
    changeOf: (id: string): LastChange | null => changeAfter(changes.get(id) ?? [], since),
    /** How many have changed since the last visit. */
    changed:
      seen === null ? 0 : changes.values().reduce((sum, own) => sum + Number(own.some(({ event }) => event > seen)), 0),
    markSeen: () => {
      if (data !== undefined) see(data.last)
    },
    since,
  }
}
