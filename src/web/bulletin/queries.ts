import { queryOptions } from '@tanstack/react-query'
import { reading } from '../../contract/endpoints/reading.ts'
import { call } from '../lib/api.ts'
import { bulletinKey } from '../lib/query-keys.ts'

/** Keys are flat, what is read and of which bulletin: `lib/live/refresh.ts` says which of them shows what. */
export const bulletinQueries = {
  view: (id: string) =>
    queryOptions({
      queryKey: bulletinKey('bulletin', id),
      queryFn: ({ signal }) => call(reading.viewBulletin, { params: { id }, signal }),
    }),
}
