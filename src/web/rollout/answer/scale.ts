/** The axes of the chart: round ends, and few marks between. */

/** The least of 1, 2, 5 times a power of ten that is not below a number. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5, 10].find((digit) => digit * power >= value) ?? 10) * power
}

/** Where the axis of machines ends: a quarter beyond the fleet and every published point, so that dragging has room. */
export const mostMachines = (fleet: number, published: number): number =>
  Math.max(50, roundUp(Math.max(fleet * 1.25, published * 1.25, 1)))

/** From 0 to `most` machines. */
export const machineMarks = (most: number): number[] => Array.from({ length: 6 }, (_, at) => (most / 5) * at)

const steps = [5, 10, 15, 30, 60, 120, 240, 480, 720, 1440]

/** From 0 to at least `minutes`, in steps that people count time in. */
export function minuteMarks(minutes: number): number[] {
  const step = steps.find((each) => each * 5 >= minutes) ?? Math.ceil(minutes / 5 / 1440) * 1440
  return Array.from({ length: Math.max(2, Math.ceil(minutes / step)) + 1 }, (_, at) => at * step)
}

/** A line of the chart: the time for a number of consoles, at the places where it bends. */
export type Line = {
  consoles: number
  isChosen: boolean
  points: readonly { machines: number; minutes: number; low: number; high: number }[]
}

/** Minutes on a line, straight between its points. */
export function heightOf({ points }: Pick<Line, 'points'>, machines: number): number {
  const to = points.findIndex((point) => point.machines >= machines)
  const [before, after] = [points[Math.max(0, to - 1)], points[Math.max(0, to)]]
  if (before === undefined || after === undefined || before === after) return after?.minutes ?? 0
  const share = (machines - before.machines) / (after.machines - before.machines)
  return before.minutes + share * (after.minutes - before.minutes)
}

/**
 * Places for labels at these shares of a height, from 0 to 1: in the same order, and at least `least` apart, as far as
 * there is room for all.
 */
export function apart(wanted: readonly number[], least: number): number[] {
  const order = wanted.map((_, at) => at).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const places = [...wanted]
  let lowest = 0
  for (const at of order) {
    places[at] = Math.max(lowest, wanted[at] ?? 0)
    lowest = (places[at] ?? 0) + least
  }
  let highest = 1
  for (const at of order.toReversed()) {
    places[at] = Math.min(highest, places[at] ?? 0)
    highest = (places[at] ?? 0) - least
  }
  return places
}
