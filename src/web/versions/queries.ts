import { queryOptions } from '@tanstack/react-query'
import { history } from '../../contract/endpoints/history.ts'
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
