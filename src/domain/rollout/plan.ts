/** Puts waves into windows, and says what does not fit. */
import type { Stretch } from './windows.ts'
import { countOf, firstOf, withoutFirst, type Machines, type WaitingWave } from './waves.ts'

const msPerMinute = 60_000

export type PlanInput = {
  waves: readonly WaitingWave[]
  /** When work may be done, in order and apart. */
  open: readonly Stretch[]
  consoles: number
  /** Minutes for these machines in one go with all consoles; never less for more machines. */
  minutesFor: (machines: readonly Machines[]) => number
  /** Hours between the end of a wave and the start of the next. */
  soakHours: number
  /** Minutes that stay free before a window closes, for what a restart brings to light. */
  marginMinutes: number
}

/** A part of a wave in one window. */
export type Segment = Stretch & { wave: number; machines: readonly Machines[]; consoles: number }

/**
 * What is left of a wave after the last window, and how many minutes that takes, and one machine of it.
 * `isTooShort`: not even one of its machines fits into any window.
 */
type Misfit = { wave: number; machines: number; minutes: number; minutesForOne: number; isTooShort: boolean }

export type Plan = {
  segments: readonly Segment[]
  /** When the last machine is done; null without any machine, or where something does not fit. */
  finish: number | null
  /** Minutes between the first start and the last end in which nothing is done. */
  idleMinutes: number
  misfits: readonly Misfit[]
}

/** The most machines of a wave that are done within the given minutes: tried by halves, since more never take less. */
function mostWithin({ minutesFor }: PlanInput, machines: readonly Machines[], minutes: number): number {
  let [fits, tooMany] = [0, countOf(machines) + 1]
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1
    if (minutesFor(firstOf(machines, middle)) <= minutes) fits = middle
    else tooMany = middle
  }
  return fits
}

/** The segments of one wave that may start at `ready`, and what is left of it. */
function place(input: PlanInput, { number: wave, machines }: WaitingWave, ready: number) {
  const { open, consoles, minutesFor, marginMinutes } = input
  const segments: Segment[] = []
  let left = machines
  let free = ready
  for (const { from, to } of open) {
    if (left.length === 0) break
    const start = Math.max(from, free)
    const most = mostWithin(input, left, (to - start) / msPerMinute - marginMinutes)
    if (most === 0) continue
    const done = firstOf(left, most)
    // Whole milliseconds, as moments are.
    const end = Math.round(start + minutesFor(done) * msPerMinute)
    segments.push({ wave, from: start, to: end, machines: done, consoles })
    left = withoutFirst(left, most)
    free = end
  }
  return { segments, left }
}

/** When the waves that a wave waits for have ended and soaked; null where one of them does not fit. */
function readyAfter(
  { waitsFor, soakHours, notBefore = -Infinity }: WaitingWave,
  ends: ReadonlyMap<number, number | null>,
  usual: { waitsFor: readonly number[]; soakHours: number },
): number | null {
  let ready = notBefore
  for (const number of waitsFor ?? usual.waitsFor) {
    const end = ends.get(number)
    if (end === undefined || end === null) return null
    ready = Math.max(ready, end + (soakHours ?? usual.soakHours) * 60 * msPerMinute)
  }
  return ready
}

/**
 * The waves share the consoles in their order: each starts in the first window after the one before has ended, and those
 * that it waits for have ended and soaked. Machines that are not done before the window closes go to the next one, with a
 * set-up of their own. Of waves that wait for one that does not fit none starts.
 */
export function planWaves(input: PlanInput): Plan {
  const segments: Segment[] = []
  const misfits: Misfit[] = []
  const ends = new Map<number, number | null>()
  let free = -Infinity
  for (const [at, wave] of input.waves.entries()) {
    const before = input.waves.slice(Math.max(0, at - 1), at).map(({ number }) => number)
    const ready = readyAfter(wave, ends, { waitsFor: before, soakHours: input.soakHours })
    const placed = ready === null ? { segments: [], left: wave.machines } : place(input, wave, Math.max(ready, free))
    for (const segment of placed.segments) segments.push(segment)
    const end = placed.segments.at(-1)?.to
    free = end ?? free
    // A wave without machines ends when it could begin.
    ends.set(wave.number, placed.left.length > 0 ? null : (end ?? ready))
    if (placed.left.length > 0) {
      misfits.push({
        wave: wave.number,
        machines: countOf(placed.left),
        minutes: input.minutesFor(placed.left),
        minutesForOne: input.minutesFor(firstOf(placed.left, 1)),
        isTooShort: placed.segments.length === 0 && isTooShort(input, placed.left),
      })
    }
  }
  const [first, last] = [segments[0], segments.at(-1)]
  const worked = segments.reduce((sum, { from, to }) => sum + to - from, 0)
  return {
    segments,
    finish: misfits.length === 0 && last !== undefined ? last.to : null,
    idleMinutes: first && last ? (last.to - first.from - worked) / msPerMinute : 0,
    misfits,
  }
}

/** Whether no window is long enough for a single machine. */
const isTooShort = ({ open, marginMinutes, minutesFor }: PlanInput, machines: readonly Machines[]) =>
  open.length > 0 &&
  open.every(({ from, to }) => minutesFor(firstOf(machines, 1)) > (to - from) / msPerMinute - marginMinutes)
