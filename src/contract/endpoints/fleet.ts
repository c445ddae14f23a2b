import * as z from 'zod'
import { BulletinId } from '../summary-fields.ts'
import { Coverage, CoverageReport } from '../coverage.ts'
import { Fleet, FleetLines, FleetProgress } from '../fleet.ts'
import { MeasuredRollout, Measurement } from '../rollouts.ts'
import { nothing, type Endpoint } from './endpoint.ts'
import { keptNumber } from '../text.ts'

/** The machines that there are, and how long rollouts to them took. */
export const fleet = {
  viewFleet: {
    method: 'get',
    path: '/api/fleet',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: Fleet,
  },
  setFleet: {
    method: 'put',
    path: '/api/fleet',
    role: 'analyst',
    params: nothing,
    query: nothing,
    body: z.object({ lines: FleetLines }),
    bodyKiB: 4096,
    isConditional: true,
    reply: Fleet,
  },
  viewFleetProgress: {
    method: 'get',
    path: '/api/fleet/progress',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: FleetProgress,
  },
  viewCoverage: {
    method: 'get',
    path: '/api/bulletins/{id}/coverage',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    query: nothing,
    reply: Coverage,
  },
  reportCoverage: {
    method: 'post',
    path: '/api/bulletins/{id}/coverage',
    role: 'analyst',
    params: z.object({ id: BulletinId }),
    query: nothing,
    isKeyed: true,
    body: CoverageReport,
    bodyKiB: 16_384,
    reply: Coverage,
  },
  listRollouts: {
    method: 'get',
    path: '/api/rollouts',
    role: 'viewer',
    params: nothing,
    query: nothing,
    isPaged: true,
    reply: z.array(MeasuredRollout),
  },
  recordRollout: {
    method: 'post',
    path: '/api/bulletins/{id}/rollouts',
    role: 'analyst',
    params: z.object({ id: BulletinId }),
    query: nothing,
    isKeyed: true,
    body: Measurement,
    reply: MeasuredRollout,
  },
  withdrawRollout: {
    method: 'delete',
    path: '/api/rollouts/{rollout}',
    role: 'analyst',
    params: z.object({ rollout: keptNumber('expected the number of a rollout') }),
    query: nothing,
    reply: z.array(MeasuredRollout),
  },
} as const satisfies Record<string, Endpoint>
