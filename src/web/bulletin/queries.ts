import { queryOptions } from '@tanstack/react-query'
import { reading } from '../../contract/endpoints/reading.ts'
import { unpacked } from '../../domain/bulletin/packed.ts'
import { answerOf, call } from '../lib/call.ts'
import { bulletinKey } from '../lib/query-keys.ts'

/** Flat keys: what is read, then the bulletin. */
export const bulletinQueries = {
  view: (id: string) =>
    queryOptions({
      queryKey: bulletinKey('bulletin', id),
      queryFn: async ({ signal }) => unpacked(await call(reading.viewBulletin, { params: { id }, signal })),
    }),
  context: (id: string) => answerOf(bulletinKey('context', id), reading.viewBulletinContext, { params: { id } }),
}
