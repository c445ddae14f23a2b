import * as z from 'zod'
import { BulletinFix, FleetFixes, FixesAnswer } from '../fixes.ts'
import { PlatformId } from '../platform.ts'
import { BulletinId } from '../summary-fields.ts'
import type { Endpoint } from './endpoint.ts'

/** Which fix brings a platform up to date. */
export const fixes = {
  viewPlatformFixes: {
    method: 'get',
    path: '/api/platforms/{id}/fixes',
    role: 'viewer',
    params: z.object({ id: PlatformId }),
    reply: FixesAnswer,
  },
  listBulletinFixes: {
    method: 'get',
    path: '/api/bulletins/{id}/fixes',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    reply: z.array(BulletinFix),
  },
  viewFleetFixes: {
    method: 'get',
    path: '/api/fixes',
    role: 'viewer',
    reply: FleetFixes,
  },
} as const satisfies Record<string, Endpoint>
