import { queryOptions } from '@tanstack/react-query'
import type { ChangeEntry } from '../../contract/changes.ts'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

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
