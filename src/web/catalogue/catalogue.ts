/** What the pages answer from memory: the summary index and the platform tree, fetched and indexed once. */
import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { dueQuery, useDueDays } from '../due/queries.ts'
import { triageQuery } from '../triage/queries.ts'
import type { IndexRow } from '../../contract/summary.ts'
import { buildColumns, type Columns } from '../../domain/filter/columns.ts'
import { noOverlay, overlayParts, type Overlay } from '../../domain/filter/overlay-facets.ts'
import { openTable } from '../../domain/table/open.ts'
import { useToday } from '../lib/clock.tsx'
import { useMachines, useToInstall } from './fleet.ts'
import { usePerson } from '../lib/me.ts'

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
    // A list without due days is a list all the same.
    queryClient.query({ ...dueQuery(), staleTime: 'static' }).catch(() => {}),
  ])

/** Each index with what was last laid over it: the parts of a page share one. */
const overlaid = new WeakMap<Columns, Columns>()

function withOverlay(index: Columns, overlay: Overlay): Columns {
  const last = overlaid.get(index)
  if (last !== undefined && overlayParts.every((part) => last.overlay[part] === overlay[part])) return last
  const columns = index.with(overlay)
  overlaid.set(index, columns)
  return columns
}

/** The index with what the team has set, the platforms, and the states themselves. */
export function useCatalogue() {
  const { columns, platforms } = useSuspenseQuery(catalogueQuery()).data
  const { states } = useSuspenseQuery(triageQuery()).data
  const me = usePerson()?.name ?? null
  const machines = useMachines(platforms)
  const toInstall = useToInstall()
  const overlay = { ...noOverlay, states, due: useDueDays(), machines, toInstall, today: useToday(), me }
  return { columns: withOverlay(columns, overlay), platforms, states }
}
