import * as z from 'zod'
import { DeployList } from '../deploy-list.ts'
import { Hold, HoldEnding, HoldList, HoldRenewal, NewHold } from '../holds.ts'
import { PlatformId } from '../platform.ts'
import { BulletinId } from '../summary-fields.ts'
import { keptNumber } from '../text.ts'
import { presences } from '../vocabulary.ts'
import type { Endpoint } from './endpoint.ts'

const oneHold = z.object({ hold: keptNumber('expected the number of a hold') })

/** What must not be deployed, and what may be: read by deployment tools, too. */
export const holds = {
  listHolds: {
    method: 'get',
    path: '/api/holds',
    role: 'viewer',
    query: z.object({
      /** Those that are over or were ended, too. */
      over: z.optional(z.enum(presences)),
      /** Only those that hold this fix. */
      bulletin: z.optional(BulletinId),
      /** Only those that are on machines of this platform. */
      platform: z.optional(PlatformId),
      /** Only those that are on machines of this role. */
      role: z.optional(z.string()),
    }),
    reply: HoldList,
  },
  setHold: {
    method: 'post',
    path: '/api/holds',
    role: 'analyst',
    isKeyed: true,
    body: NewHold,
    reply: Hold,
  },
  viewHold: {
    method: 'get',
    path: '/api/holds/{hold}',
    role: 'viewer',
    params: oneHold,
    reply: Hold,
  },
  renewHold: {
    method: 'put',
    path: '/api/holds/{hold}',
    role: 'analyst',
    isPersonal: true,
    params: oneHold,
    body: HoldRenewal,
    isConditional: true,
    reply: Hold,
  },
  endHold: {
    method: 'post',
    path: '/api/holds/{hold}/end',
    role: 'analyst',
    isPersonal: true,
    params: oneHold,
    body: HoldEnding,
    isConditional: true,
    reply: Hold,
  },
  listDeployments: {
    method: 'get',
    path: '/api/deploy-list',
    role: 'viewer',
    reply: DeployList,
  },
  exportDeployments: {
    method: 'get',
    path: '/api/deploy-list.csv',
    role: 'viewer',
    reply: z.string(),
    media: 'text/csv',
  },
} as const satisfies Record<string, Endpoint>
