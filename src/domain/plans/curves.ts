/** The curves of a plan: planned, done and expected machines over time, and those of each fix. */
import type { BurnUpPoint, PlanView } from '../../contract/plan-view.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../platforms/platforms.ts'
import type { Fix } from '../rollout/fixes.ts'
import type { Plan } from '../rollout/plan.ts'
import { countOf } from '../rollout/waves.ts'
import type { WaveProgress } from './progress.ts'
import { doneIn, curveOfSteps, stepsAt, summed, type Step } from './steps.ts'

const point = (at: number, done: number): BurnUpPoint => ({ at: new Date(at).toISOString(), done })

/** A line that rises over each go of a plan, from `done` machines on. */
export function lineOfPlan(
  { segments }: Pick<Plan, 'segments'>,
  from: { at: number; done: number } | null,
): BurnUpPoint[] {
  let done = from?.done ?? 0
  const points = from === null || segments.length === 0 ? [] : [point(from.at, done)]
  for (const segment of segments.toSorted((a, b) => a.from - b.from)) {
    points.push(point(segment.from, done))
    done += countOf(segment.machines)
    points.push(point(segment.to, done))
  }
  return points
}

/** Done machines of all waves, from `from` on. */
export function actualLine(progress: readonly WaveProgress[], from: number | null, now: number): BurnUpPoint[] {
  const steps = summed(progress.map(({ steps: own }) => own))
  const begun = from === null || (steps[0]?.at ?? Infinity) <= from ? steps : [{ at: from, done: 0 }, ...steps]
  return curveOfSteps(begun, now)
}

const concerns = ({ platforms }: Fix, platform: PlatformId) =>
  [...platforms].some((each) => isWithin(platform, each) || isWithin(each, platform))

/** The steps of one fix in a wave: of its known machines, or of the counts where all of it is for that fix. */
function stepsOfFix(fix: Fix, { wave, machines, steps, source }: WaveProgress, of: number, now: number): Step[] {
  if (source === 'counted') {
    // Counts are not of this fix alone, but whose every fix is on has this one.
    return steps.map(({ at, done }) => ({ at, done: Math.max(0, done - (countOf(wave.machines) - of)) }))
  }
  const moments = machines.flatMap(({ fixes }) => fixes.get(fix.id) ?? [])
  return stepsAt(moments, now).map((step) => ({ ...step, done: Math.min(of, step.done) }))
}

/** The curve of each fix on its own. */
export const curvesByFix = (fixes: readonly Fix[], progress: readonly WaveProgress[], now: number): PlanView['byFix'] =>
  fixes.map((fix) => {
    const parts = progress.map((each) => {
      const of = countOf(each.wave.machines.filter(({ platform }) => concerns(fix, platform)))
      return { of, steps: of === 0 ? [] : stepsOfFix(fix, each, of, now) }
    })
    const steps = summed(parts.map((part) => part.steps))
    return {
      bulletin: fix.id,
      of: parts.reduce((sum, { of }) => sum + of, 0),
      done: doneIn(steps),
      actual: curveOfSteps(steps, now),
    }
  })
