import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { history } from '../../contract/endpoints/history.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import { call } from '../lib/api.ts'
import { bulletinKey } from '../lib/query-keys.ts'

export const historyQueries = {
  /** What has become of a bulletin: its versions and all that has happened to it. */
  of: (id: string) =>
    queryOptions({
      queryKey: bulletinKey('history', id),
      queryFn: ({ signal }) => call(history.viewHistory, { params: { id }, signal }),
    }),
  /** One of its versions, whole. */
  version: (id: string, version: number) =>
    queryOptions({
      queryKey: bulletinKey('version', id, version),
      queryFn: ({ signal }) => call(history.viewVersion, { params: { id, version: String(version) }, signal }),
      // What is on file stays as it is.
      staleTime: Infinity,
    }),
}

/** What the page that compares versions of a bulletin shows at first. */
export async function loadHistory(client: QueryClient, id: string): Promise<void> {
  await Promise.all([client.query({ ...historyQueries.of(id), staleTime: 'static' }), loadCatalogue(client)])
}
