/** The curves of a plan, as they are drawn and tabled. */
import type { BurnUpPoint, PlanView } from '../../../contract/plan-view.ts'
import type { Curves } from './BurnUpChart.tsx'
import { machinesAt, type CurvePoint } from './scale.ts'

/** The most points that are drawn of a curve: more would not be seen. */
const maxDrawn = 400
/** The most moments in the table. */
const maxRows = 40

/** Some items spread over all of them, the first and the last among them. */
export function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items]
  const step = (items.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, at) => items[Math.round(at * step)]).filter((item) => item !== undefined)
}

/** Points in order, no more of them than can be seen. */
const drawnPoints = (points: readonly BurnUpPoint[]): CurvePoint[] =>
  spread(
    points.map(({ at, done }) => ({ at: Date.parse(at), machines: done })),
    maxDrawn,
  )

const ms = (moment: string | null): number[] => (moment === null ? [] : [Date.parse(moment)])

/** The end of a day in a zone, in milliseconds since 1970 UTC. */
export const endOfDay = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds

/** The due day that the curve is held to: of what a closed gate would delay, else the first that is not met. */
export function dayHeldTo({ due, nextDue }: Pick<PlanView, 'due' | 'nextDue'>): string | null {
  const open = due.filter(({ done, of, on }) => on !== null && done < of)
  const delayed = open.filter(({ slackIfClosedMinutes }) => slackIfClosedMinutes !== null)
  const [first] = delayed.toSorted((a, b) => (a.slackIfClosedMinutes ?? 0) - (b.slackIfClosedMinutes ?? 0))
  return first?.on ?? nextDue?.on ?? due.findLast(({ on }) => on !== null)?.on ?? null
}

/** Whether a moment can be shown beside others without pressing them together. */
function fitsBeside(at: number, others: readonly number[]): boolean {
  const [first, last] = [Math.min(...others), Math.max(...others)]
  const length = Math.max(last - first, 24 * 3_600_000)
  return at >= first - length && at <= last + 2 * length
}

/** All curves of a plan. A due day that is far from all of them is left out. */
export function curvesOf(view: PlanView, zone: string): Curves {
  const { burnUp, plan, of, now } = view
  const isUnderWay = plan.startedAt !== null && plan.state !== 'finished'
  const day = dayHeldTo(view)
  const due = day === null ? null : endOfDay(day, zone)
  const drawnMoments = [burnUp.planned, burnUp.actual, burnUp.forecast, burnUp.ifClosed]
    .flatMap((points) => [points[0], points.at(-1)])
    .flatMap((point) => (point === undefined ? [] : Date.parse(point.at)))
  return {
    planned: drawnPoints(burnUp.planned),
    actual: drawnPoints(burnUp.actual),
    forecast: drawnPoints(burnUp.forecast),
    ifClosed: drawnPoints(burnUp.ifClosed),
    now: isUnderWay ? Date.parse(now) : null,
    due: due !== null && fitsBeside(due, drawnMoments) ? due : null,
    most: of,
  }
}

/** The machines that have one of the fixes. */
export function curveOfFix(view: PlanView, bulletin: string, whole: Curves): Curves {
  const fix = view.byFix.find((each) => each.bulletin === bulletin)
  if (fix === undefined) return whole
  return { ...whole, planned: [], forecast: [], ifClosed: [], actual: drawnPoints(fix.actual), most: fix.of }
}

/** A moment with the machines on each curve; null where a curve says nothing of it. */
export type CurveRow = { at: number } & Record<'planned' | 'actual' | 'forecast' | 'ifClosed', number | null>

const reaches = (points: readonly CurvePoint[], at: number) => {
  const [first, last] = [points[0], points.at(-1)]
  return first !== undefined && last !== undefined && at >= first.at && at <= last.at
}

/** The same as rows: the moments where a wave begins or ends, and this one. */
export function curveRows(view: PlanView, curves: Curves): CurveRow[] {
  const { planned, actual, forecast, ifClosed, now } = curves
  const moments = view.waves.flatMap((wave) => [
    ...ms(wave.planned.start),
    ...ms(wave.planned.last),
    ...ms(wave.actual.last),
    ...ms(wave.forecast?.last ?? null),
  ])
  const ends = [planned, actual, forecast, ifClosed].flatMap((points) => points.at(-1)?.at ?? [])
  const all = [...new Set([...moments, ...ends, ...(now === null ? [] : [now])])].toSorted((a, b) => a - b)
  const on = (points: readonly CurvePoint[], at: number) =>
    reaches(points, at) ? Math.round(machinesAt(points, at)) : null
  return spread(all, maxRows)
    .map((at) => ({
      at,
      planned: on(planned, at),
      actual: on(actual, at),
      forecast: on(forecast, at),
      ifClosed: on(ifClosed, at),
    }))
    .filter((row) => [row.planned, row.actual, row.forecast, row.ifClosed].some((value) => value !== null))
}
