import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { importing } from '../../contract/endpoints/importing.ts'
import { call } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

export const sourceQueries = {
  list: () =>
    queryOptions({
      queryKey: ['sources'],
      queryFn: ({ signal }) => call(importing.listSources, { params: {}, signal }),
      staleTime: 0,
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
