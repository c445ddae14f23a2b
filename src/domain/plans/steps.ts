/** Done machines over time, as steps: `done` of them at a moment in milliseconds since 1970 UTC, and until the next step. */
import type { BurnUpPoint, Milestones } from '../../contract/plan-view.ts'

export type Step = { at: number; done: number }

export const isoOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** The steps of machines that were done at these moments, those after `now` left out. */
export function stepsAt(moments: readonly number[], now: number): Step[] {
  const steps: Step[] = []
  for (const [index, at] of moments
    .filter((moment) => moment <= now)
    .toSorted((a, b) => a - b)
    .entries()) {
    const last = steps.at(-1)
    if (last?.at === at) last.done = index + 1
    else steps.push({ at, done: index + 1 })
  }
  return steps
}

/** The steps of counts by hand: a later count that is lower says that an earlier one was too high. */
export function stepsOfCounts(counts: readonly Step[], now: number): Step[] {
  const steps: Step[] = []
  let least = Infinity
  for (const { at, done } of counts.filter((count) => count.at <= now).toSorted((a, b) => b.at - a.at)) {
    least = Math.min(least, done)
    steps.push({ at, done: least })
  }
  return steps.toReversed()
}

export const doneIn = (steps: readonly Step[]): number => steps.at(-1)?.done ?? 0

/** How many machines a share in percent is, rounded up. */
export const shareCount = (of: number, percent: number): number => Math.ceil(Number(((of * percent) / 100).toFixed(6)))

/** When a number of machines was reached; null where it was not. */
export const reachedAt = (steps: readonly Step[], count: number): number | null =>
  steps.find(({ done }) => done >= count)?.at ?? null

export type Marks = { start: number | null; half: number | null; ninety: number | null; last: number | null }

export const marksOf = (steps: readonly Step[], of: number, start: number | null): Marks => ({
  start,
  half: of === 0 ? null : reachedAt(steps, shareCount(of, 50)),
  ninety: of === 0 ? null : reachedAt(steps, shareCount(of, 90)),
  last: of === 0 ? null : reachedAt(steps, of),
})

export const milestonesOf = ({ start, half, ninety, last }: Marks): Milestones => ({
  start: isoOf(start),
  half: isoOf(half),
  ninety: isoOf(ninety),
  last: isoOf(last),
})

/** The sum of several lines of steps. */
export function summed(lines: readonly (readonly Step[])[]): Step[] {
  const changes = lines.flatMap((steps) =>
    steps.map(({ at, done }, index) => ({ at, more: done - (steps[index - 1]?.done ?? 0) })),
  )
  let done = 0
  const sum: Step[] = []
  for (const { at, more } of changes.toSorted((a, b) => a.at - b.at)) {
    done += more
    const last = sum.at(-1)
    if (last?.at === at) last.done = done
    else sum.push({ at, done })
  }
  return sum
}

/** A curve needs no more points than a screen has. */
const maxPoints = 400

/** Steps as a line that rises at each of them; of very many steps, evenly chosen ones and the last. */
export function curveOfSteps(steps: readonly Step[], until: number): BurnUpPoint[] {
  const every = Math.ceil(steps.length / maxPoints)
  const chosen = steps.filter((_, index) => index % every === 0 || index === steps.length - 1)
  const points: Step[] = chosen.flatMap(({ at, done }, index) => {
    const before = chosen[index - 1]?.done ?? 0
    // Steps that are thinned out, and a first one at nothing, are one point.
    return every > 1 || before === done
      ? [{ at, done }]
      : [
          { at, done: before },
          { at, done },
        ]
  })
  const last = points.at(-1)
  if (last !== undefined && last.at < until) points.push({ at: until, done: last.done })
  return points.map(({ at, done }) => ({ at: new Date(at).toISOString(), done }))
}
