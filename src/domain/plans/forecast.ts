/** When what is left of a running plan will be done. */
import type { GateState } from '../../contract/plan-view.ts'
import { addDays, dayIn } from '../due/days.ts'
import { openFor, type Facts } from '../rollout/answer.ts'
import { planWaves, type Plan } from '../rollout/plan.ts'
import { countOf, type WaitingWave } from '../rollout/waves.ts'
import { frozen, type Stretch } from '../rollout/windows.ts'
import { leftApart } from './apart.ts'
import type { HeldWave } from './held.ts'
import type { WaveProgress } from './progress.ts'
import { marksIn, plannerInput, type Schedule } from './schedule.ts'
import { reachedAt, shareCount, type Marks } from './steps.ts'

const hour = 3_600_000

type Given = {
  progress: readonly WaveProgress[]
  gates: ReadonlyMap<string, GateState>
  held: ReadonlyMap<string, readonly HeldWave[]>
  schedule: Schedule
  holidays: Facts['holidays']
  factor: number
  now: number
}

/** What is left, wave by wave by their places; null for a wave of which nothing is left. */
export type Forecast = { plan: Plan; marks: readonly (Marks | null)[] }

/** `ifClosed`: where stopped gates stay closed over their next window; null where none is stopped. */
export type Forecasts = {
  open: readonly Stretch[]
  inTime: Forecast
  ifClosed: { place: number; openBy: number | null; forecast: Forecast } | null
}

/** What is left of a wave, as waves of their own: what may go, and each part that waits for a hold. */
function partsOf(each: WaveProgress, { held, schedule }: Given) {
  const { free, later } = leftApart(each, held.get(each.wave.key) ?? [], schedule.inputs.zone)
  return [{ machines: free, notBefore: -Infinity }, ...later]
}

/** The numbers of the parts of a wave: its place, and then a whole round of places for each further part. */
const numbersOf = (place: number, given: Given): number[] => {
  const each = given.progress[place]
  return each === undefined ? [] : partsOf(each, given).map((_, part) => place + part * given.progress.length)
}

function leftWaves(each: WaveProgress, place: number, given: Given): WaitingWave[] {
  const ready = readiness(each, place, given)
  return partsOf(each, given).map(({ machines, notBefore }, part) => ({
    ...ready,
    number: place + part * given.progress.length,
    notBefore: Math.max(ready.notBefore ?? -Infinity, notBefore),
    machines,
  }))
}

/** A plan of parts, with the places of their waves. */
const byPlace = (plan: Plan, places: number): Plan => ({
  ...plan,
  segments: plan.segments
    .map((segment) => ({ ...segment, wave: segment.wave % places }))
    .toSorted((a, b) => a.from - b.from),
  misfits: plan.misfits.map((misfit) => ({ ...misfit, wave: misfit.wave % places })),
})

/** From when on a wave may go, and which others it waits for. */
function readiness(each: WaveProgress, place: number, given: Given): Omit<WaitingWave, 'machines'> {
  const { progress, gates, schedule, now } = given
  const { wave, actual } = each
  const gate = gates.get(wave.key)
  const planned = schedule.marks[place]?.start ?? null
  let notBefore = actual.start === null && planned !== null ? Math.max(now, planned) : now
  const waitsFor: number[] = []
  if (gate?.state === 'opens-at') notBefore = Math.max(notBefore, Date.parse(gate.at))
  if (gate?.state === 'waits' || gate?.state === 'stopped')
    for (const [number, other] of progress.entries()) {
      if (!wave.waitsFor.includes(other.wave.key) || other.of === 0) continue
      const reached = reachedAt(other.steps, shareCount(other.of, wave.gate.donePercent))
      if (reached === null && other.done < other.of) for (const part of numbersOf(number, given)) waitsFor.push(part)
      else notBefore = Math.max(notBefore, (reached ?? now) + wave.gate.soakHours * hour)
    }
  if (gate?.state === 'stopped')
    for (const stop of gate.stops)
      if (stop.by === 'hold')
        notBefore = Math.max(notBefore, frozen({ from: stop.until, to: stop.until }, schedule.inputs.zone).to)
  return { number: place, waitsFor, soakHours: wave.gate.soakHours, notBefore }
}

/** The waves by when they can go at the earliest, else in their order: one that is kept back keeps back those that wait for it, and no others. */
function byReadiness(waves: readonly WaitingWave[]): WaitingWave[] {
  const earliest = new Map<number, number>()
  for (const { number, notBefore = -Infinity, waitsFor = [] } of waves)
    earliest.set(
      number,
      waitsFor.reduce((most, other) => Math.max(most, earliest.get(other) ?? -Infinity), notBefore),
    )
  return waves.toSorted((a, b) => (earliest.get(a.number) ?? 0) - (earliest.get(b.number) ?? 0))
}

function forecastWith(waves: readonly WaitingWave[], open: readonly Stretch[], given: Given): Forecast {
  const { schedule, factor, progress } = given
  const planned = planWaves(plannerInput(schedule, { waves: byReadiness(waves), open, factor }))
  const plan = byPlace(planned, progress.length)
  const minutesFor: Schedule['minutesFor'] = (machines) => schedule.minutesFor(machines) * factor
  return {
    plan,
    marks: progress.map(({ left }, place) =>
      countOf(left) === 0 ? null : marksIn(plan, place, countOf(left), minutesFor),
    ),
  }
}

/** Whether a person has to open a gate before it opens at all. */
const isStopped = (gate: GateState | undefined) =>
  gate?.state === 'stopped' && gate.stops.some(({ by }) => by !== 'hold' && by !== 'wave')

/** The forecast of all that is left, with stopped gates opened in time, and where they stay closed over their next window. */
export function forecastsOf(given: Given): Forecasts {
  const { progress, gates, schedule, holidays, now } = given
  const { inputs } = schedule
  const today = dayIn(inputs.zone)(new Date(now))
  const startsOn = today > inputs.startsOn ? today : inputs.startsOn
  // From the day before, since a window may have begun then.
  const before = addDays(startsOn, -1)
  const open = openFor(inputs, holidays, {
    startsOn: before > inputs.startsOn ? before : inputs.startsOn,
    days: 26 * 7,
  })
    .filter(({ to }) => to > now)
    .map(({ from, to }) => ({ from: Math.max(from, now), to }))
  const waves = progress.flatMap((each, place): WaitingWave[] =>
    countOf(each.left) === 0 ? [] : leftWaves(each, place, given),
  )
  const inTime = forecastWith(waves, open, given)
  const closed = progress.flatMap(({ wave }, place) => (isStopped(gates.get(wave.key)) ? [place] : []))
  const starts = closed.map((place) => ({ place, start: inTime.marks[place]?.start ?? null }))
  const [first] = starts
    .filter(({ place }) => inTime.marks[place] !== null)
    .toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity))
  if (first === undefined) return { open, inTime, ifClosed: null }
  const missed = new Map(
    starts.map(({ place, start }) => [
      place,
      start === null ? null : (open.find(({ from, to }) => start >= from && start < to)?.to ?? null),
    ]),
  )
  const later = waves.map((wave) => ({
    ...wave,
    notBefore: Math.max(wave.notBefore ?? -Infinity, missed.get(wave.number % progress.length) ?? -Infinity),
  }))
  return {
    open,
    inTime,
    ifClosed: { place: first.place, openBy: first.start, forecast: forecastWith(later, open, given) },
  }
}
