/** When the waves of a kept plan are to be done, by its own windows and the minutes that its fixes take. */
import type { KeptPlan } from '../../contract/plans.ts'
import { openFor, workOf, type Facts } from '../rollout/answer.ts'
import { minutesOf } from '../rollout/estimate.ts'
import { jobsOf, type Fix } from '../rollout/fixes.ts'
import { inputsIn, type RolloutInputs } from '../rollout/inputs.ts'
import { planWaves, type Plan, type PlanInput } from '../rollout/plan.ts'
import { countOf, firstOf, type Machines, type WaitingWave } from '../rollout/waves.ts'
import type { Stretch } from '../rollout/windows.ts'
import { shareCount, type Marks } from './steps.ts'

const msPerMinute = 60_000

export type Schedule = {
  inputs: RolloutInputs
  fixes: readonly Fix[]
  /** When work may be done. */
  open: readonly Stretch[]
  minutesFor: (machines: readonly Machines[]) => number
  /** Of each wave, by its place among the waves of the plan. */
  plan: Plan
  marks: readonly Marks[]
}

/** The input of the planner for these waves; `factor`: how many times their estimate goes take. */
export function plannerInput(
  { inputs, minutesFor }: Pick<Schedule, 'inputs' | 'minutesFor'>,
  { waves, open, factor = 1 }: { waves: readonly WaitingWave[]; open: readonly Stretch[]; factor?: number },
): PlanInput {
  return {
    waves,
    open,
    consoles: inputs.consoles,
    soakHours: inputs.soakHours,
    marginMinutes: inputs.marginMinutes,
    minutesFor: (machines) => minutesFor(machines) * factor,
  }
}

/** When a wave begins, and when its shares are done; null for what does not fit. */
export function marksIn({ segments }: Plan, number: number, of: number, minutesFor: Schedule['minutesFor']): Marks {
  const own = segments.filter(({ wave }) => wave === number)
  const at = (count: number): number | null => {
    let before = 0
    for (const { from, machines } of own) {
      const here = countOf(machines)
      if (before + here >= count) return Math.round(from + minutesFor(firstOf(machines, count - before)) * msPerMinute)
      before += here
    }
    return null
  }
  const reached = (percent: number) => (of === 0 ? null : at(shareCount(of, percent)))
  return { start: own[0]?.from ?? null, half: reached(50), ninety: reached(90), last: reached(100) }
}

/** The waves of a plan as the planner takes them, by their places. */
const waitingWaves = ({ waves }: Pick<KeptPlan, 'waves'>): WaitingWave[] => {
  const places = new Map(waves.map(({ key }, place) => [key, place]))
  return waves.map(({ machines, waitsFor, gate }, number) => ({
    number,
    machines: machines.filter(({ count }) => count > 0),
    waitsFor: waitsFor.flatMap((key) => places.get(key) ?? []),
    soakHours: gate.soakHours,
  }))
}

/** @throws RangeError when an input is out of range; those of an address never are */
export function scheduleOf(plan: Pick<KeptPlan, 'inputs' | 'waves'>, facts: Facts): Schedule {
  const inputs = inputsIn(plan.inputs)
  const fleet = plan.waves.flatMap(({ machines }) => machines)
  const { fixes, circumstances } = workOf({ ...inputs, fleet }, facts)
  const minutesFor = (machines: readonly Machines[]) => minutesOf(jobsOf(fixes, machines), circumstances)
  const open = openFor(inputs, facts.holidays)
  const waves = waitingWaves(plan)
  const planned = planWaves(plannerInput({ inputs, minutesFor }, { waves, open }))
  return {
    inputs,
    fixes,
    open,
    minutesFor,
    plan: planned,
    marks: waves.map(({ number, machines }) => marksIn(planned, number, countOf(machines), minutesFor)),
  }
}
