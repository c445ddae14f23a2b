/** What the pages answer from memory: the summary index and the platform tree, fetched and indexed once. */
import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { triageQuery, type TriageStates } from '../triage/queries.ts'
import type { IndexRow } from '../../contract/summary.ts'
import { buildColumns, withOverlays, type Columns } from '../../domain/filter/columns.ts'
import { triageOverlay } from '../../domain/filter/overlays.ts'
import { openTable } from '../../domain/table/open.ts'
import { useToday } from '../lib/clock.tsx'

export const catalogueQuery = () =>
  queryOptions({
    queryKey: wholeKey('catalogue'),
    queryFn: async ({ signal }) => {
      const [table, platforms] = await Promise.all([read('/api/index', { signal }), read('/api/platforms', { signal })])
      return { columns: buildColumns(openTable<IndexRow>(table), platforms), platforms }
    },
    // An index is replaced, never compared: a look at each of its cells would cost more than the index itself.
    structuralSharing: false,
  })

export const loadCatalogue = (queryClient: QueryClient) =>
  Promise.all([
    queryClient.query({ ...catalogueQuery(), staleTime: 'static' }),
    queryClient.query({ ...triageQuery(), staleTime: 'static' }),
  ])

/** Each index with the states that were last set, as of today: the parts of a page share one. */
const overlaid = new WeakMap<Columns, { states: TriageStates['states']; today: string; columns: Columns }>()

function withStates(index: Columns, states: TriageStates['states'], today: string): Columns {
  const last = overlaid.get(index)
  if (last?.states === states && last.today === today) return last.columns
  const columns = withOverlays(index, [triageOverlay(states, today)])
  overlaid.set(index, { states, today, columns })
  return columns
}

/** The index with what the team has set, the platforms, and the states themselves. */
export function useCatalogue() {
  const { columns, platforms } = useSuspenseQuery(catalogueQuery()).data
  const { states } = useSuspenseQuery(triageQuery()).data
  return { columns: withStates(columns, states, useToday()), platforms, states }
}
