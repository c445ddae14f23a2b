import { queryOptions } from '@tanstack/react-query'
import { history } from '../../contract/endpoints/history.ts'
import { answerOf } from '../lib/call.ts'
import { bulletinKey } from '../lib/query-keys.ts'
import { unpacked } from '../../domain/bulletin/packed.ts'

export const historyQueries = {
  /** What has become of a bulletin: its versions and all that has happened to it. */
  of: (id: string) => answerOf(bulletinKey('history', id), history.viewHistory, { params: { id } }),
  /** One of its versions, whole. */
  version: (id: string, version: number) =>
    queryOptions({
      ...answerOf(bulletinKey('version', id, version), history.viewVersion, {
        params: { id, version: String(version) },
      }),
      select: unpacked,
      // What is on file stays as it is.
      staleTime: Infinity,
    }),
}
