import * as z from 'zod'
import { PlanHistoryEntry, PlanRow, PlanView } from '../plan-view.ts'
import { GateOpening, KeptPlan, NewPlan, PlanCount, PlanEdit, PlanStateChange, WaveKey } from '../plans.ts'
import { keptNumber } from '../text.ts'
import type { Endpoint } from './endpoint.ts'

const onePlan = z.object({ id: keptNumber('expected the number of a plan') })

/** How large a plan may be, in KiB: its waves may name each machine. */
const bodyKiB = 4096

/** Kept plans: what people write, and what they come to. */
export const plans = {
  listPlans: {
    method: 'get',
    path: '/api/plans',
    role: 'viewer',
    isPaged: true,
    reply: z.array(PlanRow),
  },
  keepPlan: {
    method: 'post',
    path: '/api/plans',
    role: 'analyst',
    isKeyed: true,
    body: NewPlan,
    bodyKiB,
    reply: KeptPlan,
  },
  viewPlan: {
    method: 'get',
    path: '/api/plans/{id}',
    role: 'viewer',
    params: onePlan,
    reply: PlanView,
  },
  changePlan: {
    method: 'put',
    path: '/api/plans/{id}',
    role: 'analyst',
    params: onePlan,
    isConditional: true,
    body: PlanEdit,
    bodyKiB,
    reply: KeptPlan,
  },
  setPlanState: {
    method: 'post',
    path: '/api/plans/{id}/state',
    role: 'analyst',
    params: onePlan,
    isConditional: true,
    body: PlanStateChange,
    reply: KeptPlan,
  },
  openGate: {
    method: 'post',
    path: '/api/plans/{id}/gates/{wave}',
    role: 'analyst',
    params: z.object({ ...onePlan.shape, wave: WaveKey }),
    isConditional: true,
    body: GateOpening,
    reply: KeptPlan,
  },
  countPlan: {
    method: 'post',
    path: '/api/plans/{id}/counts',
    role: 'analyst',
    params: onePlan,
    isKeyed: true,
    body: PlanCount,
    reply: KeptPlan,
  },
  viewPlanCalendar: {
    method: 'get',
    path: '/api/plans/{id}/calendar',
    role: 'viewer',
    params: onePlan,
    query: z.object({ lang: z.optional(z.enum(['ja', 'en'])) }),
    reply: z.string(),
    media: 'text/calendar',
  },
  viewPlanHistory: {
    method: 'get',
    path: '/api/plans/{id}/history',
    role: 'viewer',
    params: onePlan,
    reply: z.array(PlanHistoryEntry),
  },
} as const satisfies Record<string, Endpoint>
