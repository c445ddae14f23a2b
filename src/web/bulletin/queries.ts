import { reading } from '../../contract/endpoints/reading.ts'
import { answerOf } from '../lib/answers.ts'
import { bulletinKey } from '../lib/query-keys.ts'

/** Flat keys: what is read, then the bulletin. */
export const bulletinQueries = {
  view: (id: string) => answerOf(bulletinKey('bulletin', id), reading.viewBulletin, { params: { id } }),
  context: (id: string) => answerOf(bulletinKey('context', id), reading.viewBulletinContext, { params: { id } }),
}
