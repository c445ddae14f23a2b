import { queryOptions } from '@tanstack/react-query'
import { reading } from '../../contract/endpoints/reading.ts'
import { unpacked } from '../../domain/bulletin/packed.ts'
import { answerOf } from '../lib/answers.ts'
import { bulletinKey } from '../lib/query-keys.ts'

/** Flat keys: what is read, then the bulletin. */
export const bulletinQueries = {
  view: (id: string) =>
    queryOptions({
      ...answerOf(bulletinKey('bulletin', id), reading.viewBulletin, { params: { id } }),
      select: unpacked,
    }),
  context: (id: string) => answerOf(bulletinKey('context', id), reading.viewBulletinContext, { params: { id } }),
}
