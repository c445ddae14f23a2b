import * as z from 'zod'
import { BulletinId } from '../summary-fields.ts'
import { Coverage, CoverageReport } from '../coverage.ts'
import { Fleet, FleetLines, FleetProgress } from '../fleet.ts'
import { MeasuredRollout, Measurement } from '../rollouts.ts'
import type { Endpoint } from './endpoint.ts'
import { keptNumber } from '../text.ts'

/** The machines that there are, and how long rollouts to them took. */
export const fleet = {
  viewFleet: {
    method: 'get',
    path: '/api/fleet',
    role: 'viewer',
    reply: Fleet,
  },
  setFleet: {
    method: 'put',
    path: '/api/fleet',
    role: 'analyst',
    body: z.object({ lines: FleetLines }),
    bodyKiB: 4096,
    isConditional: true,
    reply: Fleet,
  },
  viewFleetProgress: {
    method: 'get',
    path: '/api/fleet/progress',
    role: 'viewer',
    reply: FleetProgress,
  },
  viewCoverage: {
    method: 'get',
    path: '/api/bulletins/{id}/coverage',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    reply: Coverage,
  },
  reportCoverage: {
    method: 'post',
    path: '/api/bulletins/{id}/coverage',
    role: 'analyst',
    params: z.object({ id: BulletinId }),
    isKeyed: true,
    body: CoverageReport,
    bodyKiB: 16_384,
    reply: Coverage,
  },
  listRollouts: {
    method: 'get',
    path: '/api/rollouts',
    role: 'viewer',
    isPaged: true,
    reply: z.array(MeasuredRollout),
  },
  recordRollout: {
    method: 'post',
    path: '/api/bulletins/{id}/rollouts',
    role: 'analyst',
    params: z.object({ id: BulletinId }),
    isKeyed: true,
    body: Measurement,
    reply: MeasuredRollout,
  },
  withdrawRollout: {
    method: 'delete',
    path: '/api/rollouts/{rollout}',
    role: 'analyst',
    params: z.object({ rollout: keptNumber('expected the number of a rollout') }),
    reply: z.array(MeasuredRollout),
  },
} as const satisfies Record<string, Endpoint>
