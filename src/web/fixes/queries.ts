import { fixes } from '../../contract/endpoints/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { answerOf } from '../lib/call.ts'
import { bulletinKey, wholeKey } from '../lib/query-keys.ts'

export const fixQueries = {
  /** What is to be installed on a platform, and what the others are beside it. */
  ofPlatform: (id: PlatformId) =>
    answerOf([...wholeKey('fixes'), 'platform', id], fixes.viewPlatformFixes, { params: { id } }),
  /** What a bulletin is on each platform of the fleet. */
  ofBulletin: (id: string) => answerOf(bulletinKey('fixes', id), fixes.listBulletinFixes, { params: { id } }),
}
