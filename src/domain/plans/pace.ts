/** How fast waves really went, against their estimates. */
import { quantile } from '../statistics/quantile.ts'
import { countOf, firstOf } from '../rollout/waves.ts'
import type { Stretch } from '../rollout/windows.ts'
import type { WaveProgress } from './progress.ts'
import type { Schedule } from './schedule.ts'
import { doneIn } from './steps.ts'

const msPerMinute = 60_000

/** What was longer or shorter than its estimate by more than this was something else than that rollout. */
const outOfProportion = 5

/** What was done of a wave in its first window: how many machines, in how many minutes with their restart. */
export type WaveRun = { machines: number; minutes: number; estimated: number; from: number }

const isIn = (at: number, { from, to }: Stretch) => at >= from && at <= to

/**
 * The first go of a wave: from the start of its window, or of the plan in that window, to the last machine done in it.
 * Null where moments are not those of installing, where nothing was done in a window, or where that was under half.
 */
export function firstRun(
  { wave, of, steps, actual, isExact }: WaveProgress,
  { open, minutesFor }: Pick<Schedule, 'open' | 'minutesFor'>,
  plannedStart: number | null,
): WaveRun | null {
  const { start } = actual
  if (!isExact || start === null) return null
  const window = open.find((stretch) => isIn(start, stretch))
  if (window === undefined) return null
  const within = steps.filter(({ at }) => at <= window.to)
  const machines = doneIn(within)
  const last = within.at(-1)
  if (last === undefined || machines * 2 < of) return null
  const from = plannedStart !== null && isIn(plannedStart, window) && plannedStart <= start ? plannedStart : window.from
  return {
    machines,
    from,
    minutes: (last.at - from) / msPerMinute,
    estimated: minutesFor(firstOf(wave.machines, Math.min(machines, countOf(wave.machines)))),
  }
}

/** How many times their estimate the goes of a plan took: the median of its waves; null without any. */
export function paceOf(
  progress: readonly WaveProgress[],
  schedule: Schedule,
): { factor: number; waves: number } | null {
  const ratios = progress.flatMap((each, place) => {
    const run = firstRun(each, schedule, schedule.marks[place]?.start ?? null)
    if (run === null || run.estimated <= 0 || run.minutes <= 0) return []
    const ratio = run.minutes / run.estimated
    return ratio >= 1 / outOfProportion && ratio <= outOfProportion ? [ratio] : []
  })
  return ratios.length === 0
    ? null
    : {
        factor: quantile(
          ratios.toSorted((a, b) => a - b),
          0.5,
        ),
        waves: ratios.length,
      }
}
