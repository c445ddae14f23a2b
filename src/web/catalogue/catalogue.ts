/** What the pages answer from memory: the summary index and the platform tree, fetched and indexed once. */
import { useDeferredValue } from 'react'
import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { BulletinQuery } from '../../contract/summary.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { beginWithDueDays, readDueDays, useDueDays, useTeamDay } from '../due/queries.ts'
import { beginWithStates, readStates, triageQuery } from '../triage/queries.ts'
import { noOverlay } from '../../domain/filter/overlay.ts'
import { firstLanguage } from '../i18n/language.tsx'
import { readFirstRows, type ListBeginning, type IndexData } from './index-data.ts'
import { whenTakenOver } from '../lib/first-view.ts'
import { fleetQuery, useMachines, useToInstall } from './fleet.ts'
import { withOverlay } from './overlay.ts'
import { usePerson } from '../lib/me.ts'

/** Reads the index part by part, and tells of each as soon as it is there. */
async function readIndex(client: QueryClient): Promise<IndexData> {
  const language = firstLanguage()
  const tell = (data: IndexData) => void client.setQueryData<IndexData>(wholeKey('catalogue'), data)
  const { loadTexts, readAllParts } = await import('./read-index.ts')
  const data = await readAllParts(() => indexOnFile(client), language, tell)
  await loadTexts(client, indexOnFile(client)?.first?.words ?? '')
  return data
}

export const catalogueQuery = () =>
  queryOptions({
    queryKey: wholeKey('catalogue'),
    // It goes on where a page is left meanwhile: others want it, and what waits for it would wait for good.
    queryFn: ({ client }) => readIndex(client),
    // An index is replaced, never compared: a look at each of its cells would cost more than the index itself.
    structuralSharing: false,
  })

export const indexOnFile = (client: QueryClient) => client.getQueryData<IndexData>(wholeKey('catalogue'))

/** Once there is anything of the index: its first part, to which the others are added. */
async function loadFirst(client: QueryClient): Promise<void> {
  const whole = loadWhole(client)
  const first = Promise.withResolvers<void>()
  const look = () => {
    const known = indexOnFile(client)
    if (known !== undefined && !known.first) first.resolve()
  }
  const stop = client.getQueryCache().subscribe(look)
  look()
  await Promise.race([whole, first.promise]).finally(stop)
}

/** What the team has set, of all bulletins; a list without due days is a list all the same. */
const loadOverlay = (client: QueryClient) => Promise.all([readStates(client), readDueDays(client).catch(() => {})])

const loadRest = (client: QueryClient) => Promise.all([loadFirst(client), loadOverlay(client)])

/** Where the index has failed behind the rows of a list, it is tried again; the rows stay. */
export async function retryRest(client: QueryClient): Promise<void> {
  if (indexOnFile(client)?.first?.failure) await loadRest(client).catch(() => {})
}

/** What a list begins with; the index follows behind it. Where that is there already, or fails, it is the index. */
async function loadRows(
  client: QueryClient,
  query: BulletinQuery,
  isAhead: boolean,
  readRows: typeof readFirstRows,
): Promise<void> {
  const queryKey = wholeKey('catalogue')
  // A list that is shown keeps its rows while a page is only loaded ahead, and asks for others by itself.
  if (indexOnFile(client)?.first) {
    if (isAhead) return
    await retryRest(client)
    if (indexOnFile(client)?.first) await askForRows(client, query)
    return
  }
  const rows = indexOnFile(client) === undefined ? await readRows(query, firstLanguage()).catch(() => null) : null
  if (rows === null || indexOnFile(client) !== undefined) return void (await loadRest(client))
  const rest = Promise.withResolvers<void>()
  const first = { ...rows.view, rest: rest.promise }
  beginWithStates(client, rows.states)
  beginWithDueDays(client, rows.due)
  client.setQueryData<IndexData>(queryKey, { ...rows.data, first })
  const fail = (failure: Error) => {
    const now = indexOnFile(client)
    if (now?.first) client.setQueryData<IndexData>(queryKey, { ...now, first: { ...now.first, failure } })
  }
  void whenTakenOver()
    .then(() => loadRest(client))
    .catch(fail)
    .then(() => rest.resolve())
}

/** While the index is on its way, the server answers a filter: the rows that a list begins with are those of this query. */
export async function askForRows(client: QueryClient, query: BulletinQuery): Promise<void> {
  const { replaceRows } = await import('./replace-rows.ts')
  await replaceRows(client, query)
}

const isWhole = (data: unknown) => typeof data === 'object' && data !== null && 'has' in data && data.has === 'all'

const loadWhole = (client: QueryClient) =>
  client.query({ ...catalogueQuery(), staleTime: ({ state }) => (isWhole(state.data) ? 'static' : 0) })

/** `part`: what a page begins with. A list begins with its first rows; the index follows, and its titles. */
export const fetchCatalogue = (
  queryClient: QueryClient,
  part: 'all' | BulletinQuery = 'all',
  isAhead = false,
  readRows = readFirstRows,
) =>
  Promise.all([
    part === 'all'
      ? Promise.all([loadWhole(queryClient), loadOverlay(queryClient)])
      : loadRows(queryClient, part, isAhead, readRows),
    // Own machines come first: a list that is there before them would be turned around under its reader.
    queryClient.query({ ...fleetQuery(), staleTime: 'static' }).catch(() => {}),
  ])

/** Suspends until the index is there. `use` would want the same promise each time, and in the end there is none. */
export function waitForRest({ failure, rest }: ListBeginning): never {
  // oxlint-disable-next-line only-throw-error
  throw failure ?? rest
}

/** The index with what the team has set, the platforms, and the states themselves; waits until what filters of it is there. */
export function useCatalogue() {
  const catalogue = useFirstRows()
  if (catalogue.first) waitForRest(catalogue.first)
  return catalogue
}

/** The same as soon as there are the first rows of a list. */
export function useFirstRows() {
  // A part of the index draws a page anew piece by piece, between keys and clicks: the library would do it in one.
  const { columns, platforms, first, find, foundByTexts } = useDeferredValue(useSuspenseQuery(catalogueQuery()).data)
  const { states } = useSuspenseQuery(triageQuery()).data
  const me = usePerson()?.name ?? null
  const machines = useMachines(platforms)
  const toInstall = useToInstall()
  const overlay = { ...noOverlay, states, due: useDueDays(), machines, toInstall, today: useTeamDay(), me }
  return { columns: withOverlay(columns, overlay), platforms, states, first, find, foundByTexts }
}
