import { queryOptions } from '@tanstack/react-query'
import { reading } from '../../contract/endpoints/reading.ts'
import { call } from '../lib/api.ts'
import { bulletinKey } from '../lib/query-keys.ts'

/** Flat keys: what is read, then the bulletin. */
export const bulletinQueries = {
  view: (id: string) =>
    queryOptions({
      queryKey: bulletinKey('bulletin', id),
      queryFn: ({ signal }) => call(reading.viewBulletin, { params: { id }, signal }),
    }),
  context: (id: string) =>
    queryOptions({
      queryKey: bulletinKey('context', id),
      queryFn: ({ signal }) => call(reading.viewBulletinContext, { params: { id }, signal }),
    }),
}
