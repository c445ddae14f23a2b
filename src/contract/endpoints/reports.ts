import * as z from 'zod'
import { BulletinRecord, PlanRecord } from '../record.ts'
import { Handling, HandlingQuery, HandlingRow } from '../reports.ts'
import { BulletinId } from '../summary-fields.ts'
import { keptNumber } from '../text.ts'
import type { Endpoint } from './endpoint.ts'

/** How the team does, and the records of bulletins and plans: all from the log. */
export const reports = {
  viewHandling: {
    method: 'get',
    path: '/api/reports/handling',
    role: 'viewer',
    reply: Handling,
  },
  listHandled: {
    method: 'get',
    path: '/api/reports/handling/alerts',
    role: 'viewer',
    query: HandlingQuery,
    isPaged: true,
    reply: z.array(HandlingRow),
  },
  viewRecord: {
    method: 'get',
    path: '/api/bulletins/{id}/record',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    reply: BulletinRecord,
  },
  viewPlanRecord: {
    method: 'get',
    path: '/api/plans/{id}/record',
    role: 'viewer',
    params: z.object({ id: keptNumber('expected the number of a plan') }),
    reply: PlanRecord,
  },
} as const satisfies Record<string, Endpoint>
