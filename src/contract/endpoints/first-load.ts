import * as z from 'zod'
import { Me } from '../access.ts'
import { Fleet } from '../fleet.ts'
import { PlatformCount } from '../platform.ts'
import { IndexTable } from '../summary.ts'
import { TriageList } from '../triaged.ts'
import { keptNumber, nothing, type Endpoint } from './endpoint.ts'

/** What every page loads first. */
export const firstLoad = {
  viewMe: {
    method: 'get',
    path: '/api/me',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: Me,
  },
  viewFleet: {
    method: 'get',
    path: '/api/fleet',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: Fleet,
  },
  indexBulletins: {
    method: 'get',
    path: '/api/index',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: IndexTable,
  },
  listPlatforms: {
    method: 'get',
    path: '/api/platforms',
    role: 'viewer',
    params: nothing,
    query: nothing,
    isPaged: true,
    reply: z.array(PlatformCount),
  },
  listTriage: {
    method: 'get',
    path: '/api/triage',
    role: 'viewer',
    params: nothing,
    query: z.object({
      since: z.optional(keptNumber('expected the version of an earlier answer')),
    }),
    reply: TriageList,
  },
} as const satisfies Record<string, Endpoint>
