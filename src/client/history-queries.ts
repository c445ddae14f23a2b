import { queryOptions } from '@tanstack/react-query'
import { history } from '../contract/endpoints/history.ts'
import { call } from './api.ts'

/** Below `['bulletins']`, so that an import has them read again. */
export const historyQueries = {
  /** What has become of a bulletin: its versions and all that has happened to it. */
  of: (id: string) =>
    queryOptions({
      queryKey: ['bulletins', 'history', id],
      queryFn: ({ signal }) => call(history.viewHistory, { params: { id }, signal }),
    }),
  /** One of its versions, whole. */
  version: (id: string, version: number) =>
    queryOptions({
      queryKey: ['bulletins', 'history', id, version],
      queryFn: ({ signal }) => call(history.viewVersion, { params: { id, version: String(version) }, signal }),
    }),
}
