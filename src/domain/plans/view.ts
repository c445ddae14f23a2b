/** What a kept plan comes to at a moment. */
import type { GateState, PlanDue, PlanRow, PlanView, PlanWaveView } from '../../contract/plan-view.ts'
import type { KeptPlan } from '../../contract/plans.ts'
import type { Facts } from '../rollout/answer.ts'
import { inputsIn } from '../rollout/inputs.ts'
import { countOf } from '../rollout/waves.ts'
import { actualLine, curvesByFix, lineOfPlan } from './curves.ts'
import { dueRows } from './due-rows.ts'
import type { BulletinDay, HoldFact, IssueFact } from './facts.ts'
import { forecastsOf, type Forecast, type Forecasts } from './forecast.ts'
import { gatesOf } from './gates.ts'
import { holdsOnWave } from './held.ts'
import type { PlanMachine } from './machines.ts'
import { paceOf } from './pace.ts'
import { progressOfWaves, type WaveProgress } from './progress.ts'
import { runsOfWaves, type RunOfWave } from './runs.ts'
import { scheduleOf, type Schedule } from './schedule.ts'
import { slipsOf } from './slips.ts'
import { isoOf } from './steps.ts'
import { waitingGroups, type WaitingGroup } from './waiting.ts'
import { lastMachine, waveViews } from './wave-views.ts'

const msPerMinute = 60_000

/** All that a plan is held against. `zone`: that of due days. */
export type PlanFacts = Facts & {
  /** The machines that its fixes are meant for. */
  machines: readonly PlanMachine[]
  holds: readonly HoldFact[]
  issues: readonly IssueFact[]
  due: ReadonlyMap<string, BulletinDay>
  zone: string
}

/** The answer without the names of waiting machines. */
export type ComputedPlan = Omit<PlanView, 'waiting'> & { waiting: WaitingGroup[] }

type StandingFacts = Pick<PlanFacts, 'bulletins' | 'machines' | 'holds' | 'issues'>

/** How far a plan is, which holds are on its waves, and what its gates say. */
export function standingOf(plan: KeptPlan, { bulletins, machines, holds, issues }: StandingFacts, now: number) {
  const progress = progressOfWaves(plan, machines, now)
  const held = new Map(progress.map((each) => [each.wave.key, holdsOnWave(each, holds, plan, bulletins)]))
  return { progress, held, gates: gatesOf({ plan, progress, held, issues, now }) }
}

/** The last machine of all, done or expected; null where something is not known or does not fit. */
function expectedFinish(progress: readonly WaveProgress[], forecast: Forecast | null): number | null {
  const lasts = progress.flatMap((each, place) =>
    each.of === 0 ? [] : [lastMachine(each, forecast?.marks[place] ?? null)],
  )
  return lasts.length === 0 || lasts.includes(null)
    ? null
    : lasts.reduce<number>((most, at) => Math.max(most, at ?? 0), 0)
}

const isOpen = ({ state }: GateState) => state === 'open' || state === 'opened-by-hand'

function nextGateOf(waves: readonly PlanWaveView[]): PlanView['nextGate'] {
  const wave = waves.find(({ done, of, gateState }) => done < of && !isOpen(gateState))
  return wave === undefined ? null : { wave: wave.key, name: wave.name, gateState: wave.gateState }
}

function nextDueOf(due: readonly PlanDue[]): PlanView['nextDue'] {
  for (const { on, done, of, slackMinutes } of due) if (on !== null && done < of) return { on, slackMinutes }
  return null
}

function finishOf(schedule: Schedule, expected: number | null): PlanView['finish'] {
  const planned = schedule.plan.finish
  return {
    planned: isoOf(planned),
    expected: isoOf(expected),
    slipMinutes: planned === null || expected === null ? null : Math.round((expected - planned) / msPerMinute),
  }
}

const closedOf = (plan: KeptPlan, { ifClosed }: Forecasts, progress: readonly WaveProgress[]): PlanView['ifClosed'] => {
  const wave = ifClosed === null ? undefined : plan.waves[ifClosed.place]
  if (ifClosed === null || wave === undefined) return null
  return {
    wave: wave.key,
    openBy: isoOf(ifClosed.openBy),
    finish: isoOf(expectedFinish(progress, ifClosed.forecast)),
  }
}

/**
 * All that a plan comes to; `now` in milliseconds since 1970 UTC. Only a running plan has a forecast.
 *
 * @throws RangeError when an input is out of range; those of an address never are
 */
export function computedPlan(plan: KeptPlan, facts: PlanFacts, now: number): ComputedPlan {
  const { progress, held, gates } = standingOf(plan, facts, now)
  const schedule = scheduleOf(plan, facts)
  const pace = paceOf(progress, schedule)
  const factor = pace?.factor ?? 1
  const forecasts =
    plan.state === 'running'
      ? forecastsOf({ progress, held, gates, schedule, holidays: facts.holidays, factor, now })
      : null
  const inTime = forecasts?.inTime ?? null
  const waves = waveViews({ progress, held, gates, schedule, forecast: inTime })
  const done = progress.reduce((sum, each) => sum + each.done, 0)
  const ifClosed = forecasts === null ? null : closedOf(plan, forecasts, progress)
  const closedForecast = forecasts?.ifClosed?.forecast ?? null
  const due = dueRows({
    progress,
    fixes: schedule.fixes,
    due: facts.due,
    zone: facts.zone,
    inTime,
    ifClosed: closedForecast,
    now,
  })
  const misfits = inTime?.plan.misfits ?? []
  return {
    plan,
    now: new Date(now).toISOString(),
    done,
    of: progress.reduce((sum, each) => sum + each.of, 0),
    counted: progress.reduce((sum, each) => sum + (each.source === 'counted' ? each.done : 0), 0),
    finish: finishOf(schedule, expectedFinish(progress, inTime)),
    ifClosed,
    nextGate: nextGateOf(waves),
    nextDue: nextDueOf(due),
    machines: Array.from(
      Map.groupBy(
        plan.waves.flatMap(({ machines }) => machines),
        ({ platform }) => platform,
      ),
      ([platform, machines]) => ({ platform, count: countOf(machines) }),
    ),
    waves,
    burnUp: {
      planned: lineOfPlan(schedule.plan, null),
      actual:
        plan.startedAt === null && done === 0 ? [] : actualLine(progress, schedule.plan.segments[0]?.from ?? null, now),
      forecast: inTime === null ? [] : lineOfPlan(inTime.plan, { at: now, done }),
      ifClosed: closedForecast === null ? [] : lineOfPlan(closedForecast.plan, { at: now, done }),
    },
    byFix: curvesByFix(schedule.fixes, progress, now),
    pace,
    due,
    waiting:
      plan.startedAt === null ? [] : waitingGroups(progress, { holds: facts.holds, open: forecasts?.open ?? [], now }),
    slips: slipsOf({ waves, due, ifClosed, misfits: misfits.reduce((sum, { machines }) => sum + machines, 0) }),
  }
}

/** What its waves tell of how long rollouts take. */
export function runsOfPlan(plan: KeptPlan, facts: PlanFacts, now: number): RunOfWave[] {
  return runsOfWaves(plan, standingOf(plan, facts, now).progress, scheduleOf(plan, facts))
}

/** A plan in a line. */
export const rowOf = ({
  plan,
  done,
  of,
  counted,
  finish,
  ifClosed,
  nextGate,
  nextDue,
}: Omit<ComputedPlan, 'waiting'>): PlanRow => ({
  id: plan.id,
  version: plan.version,
  name: plan.name,
  owner: plan.owner,
  ticket: plan.ticket,
  state: plan.state,
  bulletins: plan.bulletins.length,
  waves: plan.waves.length,
  zone: inputsIn(plan.inputs).zone,
  changed: plan.changed,
  done,
  of,
  counted,
  finish,
  ifClosed,
  nextGate,
  nextDue,
})
