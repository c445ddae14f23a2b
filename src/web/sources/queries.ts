import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { importing } from '../../contract/endpoints/importing.ts'
import { backups } from '../../contract/endpoints/backups.ts'
import { call } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** How often it is asked how backups go while one is made, and while none is; in milliseconds. */
const [whileMade, whileIdle] = [1000, 60_000]

export const sourceQueries = {
  list: () =>
    queryOptions({
      queryKey: ['sources'],
      queryFn: ({ signal }) => call(importing.listSources, { params: {}, signal }),
      staleTime: 0,
    }),
  backups: () =>
    queryOptions({
      queryKey: ['backups'],
      queryFn: ({ signal }) => call(backups.viewBackups, { params: {}, signal }),
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.isRunning === true ? whileMade : whileIdle),
    }),
  imports: () =>
    queryOptions({
      queryKey: wholeKey('imports'),
      queryFn: ({ signal }) => call(importing.listImports, { params: {}, signal }),
      staleTime: 0,
    }),
}

/** What the page shows at first. */
export const loadSources = (client: QueryClient) => client.query({ ...sourceQueries.list(), staleTime: 'static' })
