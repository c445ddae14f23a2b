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
    summary: 'Who you are here, and what you may do',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: Me,
  },
  viewFleet: {
    method: 'get',
    path: '/api/fleet',
    summary: 'The machines that there are; the ETag is what If-Match asks for',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: Fleet,
  },
  indexBulletins: {
    method: 'get',
    path: '/api/index',
    summary: 'The whole summary index as columns: what the pages load',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: IndexTable,
  },
  listPlatforms: {
    method: 'get',
    path: '/api/platforms',
    summary: 'The platform tree with the number of bulletins that affect each platform',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: z.array(PlatformCount),
  },
  listTriage: {
    method: 'get',
    path: '/api/triage',
    summary: 'The state of every bulletin that somebody has touched, or of those that have changed after a version',
    role: 'viewer',
    params: nothing,
    query: z.object({
      since: z.optional(keptNumber('expected the version of an earlier answer')),
    }),
    reply: TriageList,
  },
} as const satisfies Record<string, Endpoint>
