import * as z from 'zod'
import { BulletinFix, FleetFixes, FixesAnswer } from '../fixes.ts'
import { PlatformId } from '../platform.ts'
import { BulletinId } from '../summary-fields.ts'
import { nothing, type Endpoint } from './endpoint.ts'

/** Which fix brings a platform up to date. */
export const fixes = {
  viewPlatformFixes: {
    method: 'get',
    path: '/api/platforms/{id}/fixes',
    role: 'viewer',
    params: z.object({ id: PlatformId }),
    query: nothing,
    reply: FixesAnswer,
  },
  listBulletinFixes: {
    method: 'get',
    path: '/api/bulletins/{id}/fixes',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    query: nothing,
    reply: z.array(BulletinFix),
  },
  viewFleetFixes: {
    method: 'get',
    path: '/api/fixes',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: FleetFixes,
  },
} as const satisfies Record<string, Endpoint>
