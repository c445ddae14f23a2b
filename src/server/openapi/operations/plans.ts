import { PlanConflict } from '../../../contract/plans.ts'
import type { Operations } from '../operations.ts'

export const plansOperations = {
  listPlans: 'List the kept plans, the one changed last first',
  keepPlan: {
    summary: 'Keep a plan',
    description:
      '`inputs` is the text after `plan=` in the link of a draft. Without `waves` they are a pilot, clients, servers, and domain controllers last.',
    success: [201],
  },
  viewPlan: {
    summary: 'Get a plan with its gates, what was planned and done, and what is to be expected',
    description: 'Its ETag is what `changePlan`, `setPlanState` and `openGate` expect in `If-Match`.',
  },
  changePlan: {
    summary: 'Change a plan',
    description: 'With other inputs or waves it is a draft again, and asks for another approval.',
    errors: [409],
    conflict: PlanConflict,
  },
  setPlanState: { summary: 'Approve, start, stop or finish a plan', errors: [409], conflict: PlanConflict },
  openGate: {
    summary: 'Open a gate that waits or is stopped, or take that back',
    errors: [409],
    conflict: PlanConflict,
  },
  countPlan: {
    summary: 'Record how many machines of a wave are done, counted by hand',
    description: 'A count replaces an earlier one of the same wave and moment.',
    errors: [409],
  },
  viewPlanCalendar: {
    summary: 'Get the sessions and maintenance windows of a plan as a calendar file',
    description:
      'An entry keeps its UID when it moves, and its SEQUENCE grows; what falls away is told as cancelled for 60 days.',
  },
  viewPlanHistory: 'List what has happened to a plan, newest first',
} as const satisfies Operations
