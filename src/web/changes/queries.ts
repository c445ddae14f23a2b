import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { readLastChanges } from '../../domain/changes/last-changes.ts'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** Of each bulletin the last change of each kind after an event; not asked for while that is not known. */
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
