/** What the pages answer from memory: the summary index and the platform tree, fetched and indexed once. */
import { queryOptions, useSuspenseQuery, type QueryClient, type QueryFunctionContext } from '@tanstack/react-query'
import { wholeKey } from '../lib/query-keys.ts'
import { dueQuery, useDueDays } from '../due/queries.ts'
import { triageQuery } from '../triage/queries.ts'
import { noOverlay } from '../../domain/filter/overlay-facets.ts'
import { firstLanguage } from '../i18n/language.tsx'
import { readFirst, type IndexData } from './index-data.ts'
import { useToday } from '../lib/clock.tsx'
import { fleetQuery, useMachines, useToInstall } from './fleet.ts'
import { withOverlay } from './overlay.ts'
import { usePerson } from '../lib/me.ts'

type Asked = Pick<QueryFunctionContext, 'signal' | 'client'>

/** Reads the index part by part, and tells of each as soon as it is there. */
export async function readIndex({ signal, client }: Asked): Promise<IndexData> {
  // Of a first view without a browser the language is not known here; all titles come in the end.
  const language = typeof document === 'undefined' ? 'ja' : firstLanguage()
  const asked = { signal, language } as const
  const tell = (data: IndexData) => {
    if (!signal.aborted) client.setQueryData<IndexData>(wholeKey('catalogue'), data)
  }
  const known = client.getQueryData<IndexData>(wholeKey('catalogue'))
  const changes = import('./index-changes.ts')
  // Its failure is told where it is waited for.
  changes.catch(() => {})
  if (known?.has === 'all') return (await changes).catchUp(known, asked)
  const first = known ?? (await readFirst(asked))
  tell(first)
  // Parts may be of the version before a change that is being taken in.
  const { catchUp, readOn } = await changes
  return catchUp(await readOn(first, asked, tell), asked)
}

export const catalogueQuery = () =>
  queryOptions({
    queryKey: wholeKey('catalogue'),
    queryFn: readIndex,
    // An index is replaced, never compared: a look at each of its cells would cost more than the index itself.
    structuralSharing: false,
  })

/** Once there is anything of the index: its first part, to which the others are added. */
async function loadFirst(client: QueryClient): Promise<void> {
  const whole = loadWhole(client)
  const first = Promise.withResolvers<void>()
  const look = () => {
    if (client.getQueryData(wholeKey('catalogue')) !== undefined) first.resolve()
  }
  const stop = client.getQueryCache().subscribe(look)
  look()
  await Promise.race([whole, first.promise]).finally(stop)
}

const isWhole = (data: unknown) => typeof data === 'object' && data !== null && 'has' in data && data.has === 'all'

const loadWhole = (client: QueryClient) =>
  client.query({ ...catalogueQuery(), staleTime: ({ state }) => (isWhole(state.data) ? 'static' : 0) })

/** `part`: what a page begins with. A list begins with what filters it; its titles follow. */
export const fetchCatalogue = (queryClient: QueryClient, part: 'all' | 'filter' = 'all') =>
  Promise.all([
    part === 'all' ? loadWhole(queryClient) : loadFirst(queryClient),
    queryClient.query({ ...triageQuery(), staleTime: 'static' }),
    // A list without due days is a list all the same.
    queryClient.query({ ...dueQuery(), staleTime: 'static' }).catch(() => {}),
    // Own machines come first: a list that is there before them would be turned around under its reader.
    queryClient.query({ ...fleetQuery(), staleTime: 'static' }).catch(() => {}),
  ])

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
