import { queryOptions } from '@tanstack/react-query'
import { fixes } from '../../contract/endpoints/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { call } from '../lib/api.ts'
import { bulletinKey, wholeKey } from '../lib/query-keys.ts'

export const fixQueries = {
  /** What is to be installed on a platform, and what the others are beside it. */
  ofPlatform: (id: PlatformId) =>
    queryOptions({
      queryKey: [...wholeKey('fixes'), 'platform', id],
      queryFn: ({ signal }) => call(fixes.viewPlatformFixes, { params: { id }, signal }),
    }),
  /** What a bulletin is on each platform of the fleet. */
  ofBulletin: (id: string) =>
    queryOptions({
      queryKey: bulletinKey('fixes', id),
      queryFn: ({ signal }) => call(fixes.listBulletinFixes, { params: { id }, signal }),
    }),
}
