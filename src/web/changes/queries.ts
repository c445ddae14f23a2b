/** What has changed: of each bulletin the last change of each kind, and the changes themselves. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ChangeEntry } from '../../contract/changes.ts'
import { readLastChanges } from '../../domain/changes/last-changes.ts'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** The last changes after an event; of nothing while that is not known. */
export const lastChangesQuery = (since: number | null) =>
  queryOptions({
    queryKey: [...wholeKey('changes'), 'last', since],
    async queryFn({ signal }) {
      const answer = await read('/api/changes/last', { query: { since: String(since) }, signal })
      return { last: answer.last, changes: readLastChanges(answer) }
    },
    enabled: since !== null,
    placeholderData: keepPreviousData,
    structuralSharing: false,
  })

/** More than anybody reads one after the other. */
const maxEntries = 200

/** The newest changes after an event, by bulletin; the newest of each first. */
export const changesQuery = (since: number) =>
  queryOptions({
    queryKey: [...wholeKey('changes'), 'list', since],
    async queryFn({ signal }): Promise<ReadonlyMap<string, ChangeEntry[]>> {
      const query = { since: String(since), limit: String(maxEntries) }
      const entries = await read('/api/changes', { query, signal })
      return Map.groupBy(entries, ({ bulletin }) => bulletin)
    },
    structuralSharing: false,
  })
