import * as z from 'zod'
import { Bulletin } from '../bulletin.ts'
import { BulletinId } from '../facts.ts'
import { History } from '../history.ts'
import { nothing, type Endpoint } from './endpoint.ts'

/** What a bulletin was before. */
export const history = {
  viewHistory: {
    method: 'get',
    path: '/api/bulletins/{id}/history',
    summary: 'The versions of a bulletin that are on file, and what each changed',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    query: nothing,
    reply: History,
  },
  viewVersion: {
    method: 'get',
    path: '/api/bulletins/{id}/history/{version}',
    summary: 'One version of a bulletin, whole; the first is 1',
    role: 'viewer',
    params: z.object({
      id: BulletinId,
      version: z.string().check(z.regex(/^[1-9]\d{0,5}$/, 'expected a number from 1')),
    }),
    query: nothing,
    reply: Bulletin,
  },
} as const satisfies Record<string, Endpoint>
