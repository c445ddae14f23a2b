import { Overview, OverviewQuery } from '../overview.ts'
import { ReleaseList } from '../releases.ts'
import type { Endpoint } from './endpoint.ts'

/** What publishers brought out together. */
export const releases = {
  listReleases: {
    method: 'get',
    path: '/api/releases',
    role: 'viewer',
    reply: ReleaseList,
  },
  viewOverview: {
    method: 'get',
    path: '/api/overview',
    role: 'viewer',
    query: OverviewQuery,
    reply: Overview,
  },
} as const satisfies Record<string, Endpoint>
