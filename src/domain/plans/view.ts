/** What a kept plan comes to at a moment. */
import type { PlanRow, PlanView, PlanWaveView } from '../../contract/plan-view.ts'
import type { KeptPlan } from '../../contract/plans.ts'
import { countOf } from '../rollout/waves.ts'

const nothing = { start: null, half: null, ninety: null, last: null }

/** The whole answer for one plan; `now` in milliseconds since 1970 UTC. */
export function viewOf(plan: KeptPlan, now: number): PlanView {
  const doneOf = (key: string) => plan.counts.findLast(({ wave }) => wave === key)?.done ?? 0
  const waves = plan.waves.map((wave): PlanWaveView => {
    const of = countOf(wave.machines)
    const done = Math.min(of, doneOf(wave.key))
    return {
      ...wave,
      of,
      done,
      source: plan.counts.some((count) => count.wave === wave.key) ? 'counted' : 'none',
      state: done >= of ? 'done' : done > 0 ? 'running' : 'to-come',
      gateState: { state: 'open', since: null },
      awaited: [],
      attempts: { tried: 0, failed: 0, percent: null },
      held: [],
      planned: nothing,
      actual: nothing,
      forecast: null,
      slipMinutes: null,
    }
  })
  return {
    plan,
    now: new Date(now).toISOString(),
    done: waves.reduce((sum, { done }) => sum + done, 0),
    of: waves.reduce((sum, { of }) => sum + of, 0),
    finish: { planned: null, expected: null, slipMinutes: null },
    ifClosed: null,
    nextGate: null,
    nextDue: null,
    machines: [],
    waves,
    burnUp: { planned: [], actual: [], forecast: [], ifClosed: [] },
    byFix: [],
    pace: null,
    due: [],
    waiting: [],
    slips: [],
  }
}

/** A plan in a line. */
export const rowOf = ({ plan, done, of, finish, ifClosed, nextGate, nextDue }: PlanView): PlanRow => ({
  id: plan.id,
  version: plan.version,
  name: plan.name,
  owner: plan.owner,
  ticket: plan.ticket,
  state: plan.state,
  bulletins: plan.bulletins.length,
  waves: plan.waves.length,
  changed: plan.changed,
  done,
  of,
  finish,
  ifClosed,
  nextGate,
  nextDue,
})
