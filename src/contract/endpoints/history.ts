import * as z from 'zod'
import { PackedBulletin } from '../packed-bulletin.ts'
import { BulletinId } from '../summary-fields.ts'
import { History } from '../history.ts'
import type { Endpoint } from './endpoint.ts'

/** What a bulletin was before. */
export const history = {
  viewHistory: {
    method: 'get',
    path: '/api/bulletins/{id}/history',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    reply: History,
  },
  viewVersion: {
    method: 'get',
    path: '/api/bulletins/{id}/history/{version}',
    role: 'viewer',
    params: z.object({
      id: BulletinId,
      version: z.string().check(z.regex(/^[1-9]\d{0,5}$/, 'expected a number from 1')),
    }),
    reply: PackedBulletin,
  },
} as const satisfies Record<string, Endpoint>
