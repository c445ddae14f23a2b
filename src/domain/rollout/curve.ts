/** Minutes over machines, from the points that a publisher gives. */

/** Minutes that a number of machines take. */
export type Point = { machines: number; minutes: number }

/**
 * Minutes for any number of machines with `consoles` consoles: straight between the knots, which are at whole
 * machines from 1 on, and then `minutesPerMachine` for each further one.
 */
export type Curve = {
  knots: readonly Point[]
  minutesPerMachine: number
  consoles: number
  /** The published points; none where the curve is an assumption. */
  published: readonly Point[]
  /** How far the points lie from their line: root mean square, in minutes. */
  residualMinutes: number
}

type Line = { atZero: number; perMachine: number }

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * The line of least squares through the points (Gauss; any textbook on regression). It never falls: points that would
 * make it fall give their mean, and a single point gives the line from zero through it.
 */
export function lineThrough(points: readonly Point[]): Line {
  const [first] = points
  if (points.length === 1 && first) return { atZero: 0, perMachine: first.minutes / first.machines }
  const [x, y] = [mean(points.map(({ machines }) => machines)), mean(points.map(({ minutes }) => minutes))]
  const spread = points.reduce((sum, { machines }) => sum + (machines - x) ** 2, 0)
  const slope = points.reduce((sum, { machines, minutes }) => sum + (machines - x) * (minutes - y), 0) / spread
  const perMachine = Math.max(0, slope)
  return { atZero: y - perMachine * x, perMachine }
}

/** In the order of their machines, one each (the longest), and none quicker than one for fewer machines. */
function rising(points: readonly Point[]): Point[] {
  let longest = 0
  const byMachines = Map.groupBy(points, ({ machines }) => machines)
  return [...byMachines]
    .toSorted(([a], [b]) => a - b)
    .map(([machines, same]) => {
      longest = same.reduce((most, { minutes }) => Math.max(most, minutes), longest)
      return { machines, minutes: longest }
    })
}

function check(points: readonly Point[], consoles: number): void {
  if (points.length === 0) throw new RangeError('points: none given')
  if (!(Number.isInteger(consoles) && consoles >= 1)) throw new RangeError(`consoles: ${consoles}`)
  for (const { machines, minutes } of points) {
    if (!(Number.isInteger(machines) && machines >= 1)) throw new RangeError(`machines: ${machines}`)
    if (!(minutes >= 0 && minutes < Infinity)) throw new RangeError(`minutes: ${minutes}`)
  }
}

/**
 * The curve through published points: exact at each, straight between them, the line of least squares outside, as far
 * as that neither falls below zero nor makes more machines take less time (docs/rollout.md, "The curve").
 *
 * @throws RangeError naming the field that is out of range
 */
export function publishedCurve(points: readonly Point[], consoles: number): Curve {
  check(points, consoles)
  const exact = rising(points)
  const line = lineThrough(exact)
  const onLine = (machines: number) => line.atZero + line.perMachine * machines
  const [first, last] = [exact[0] ?? { machines: 1, minutes: 0 }, exact.at(-1) ?? { machines: 1, minutes: 0 }]
  const before = (machines: number) => Math.min(first.minutes, Math.max(0, onLine(machines)))
  const after = (machines: number) => Math.max(last.minutes, onLine(machines))

  // Where the line meets zero, the first point's height and the last one's, the curve bends.
  const meets = (minutes: number) => (line.perMachine > 0 ? (minutes - line.atZero) / line.perMachine : Infinity)
  const bends = [meets(0), meets(first.minutes)].flatMap((at) => [Math.floor(at), Math.ceil(at)])
  const left = [1, ...bends, first.machines - 1].filter((at) => at >= 1 && at < first.machines)
  const right = [last.machines + 1, Math.floor(meets(last.minutes)), Math.ceil(meets(last.minutes)) + 1].filter(
    (at) => at > last.machines && at < Infinity,
  )
  const knotsAt = (places: readonly number[], height: (machines: number) => number) =>
    [...new Set(places)].toSorted((a, b) => a - b).map((machines) => ({ machines, minutes: height(machines) }))
  const square = mean(exact.map(({ machines, minutes }) => (minutes - onLine(machines)) ** 2))
  return {
    knots: [...knotsAt(left, before), ...exact, ...knotsAt(right, after)],
    minutesPerMachine: line.perMachine,
    consoles,
    published: exact,
    residualMinutes: Math.sqrt(square),
  }
}

/**
 * The curve for a fix without published times: an assumption, and to be named as one.
 *
 * @throws RangeError naming the field that is out of range
 */
export function assumedCurve(setupMinutes: number, minutesPerMachine: number): Curve {
  if (!(setupMinutes >= 0 && setupMinutes < Infinity)) throw new RangeError(`setupMinutes: ${setupMinutes}`)
  if (!(minutesPerMachine >= 0 && minutesPerMachine < Infinity))
    throw new RangeError(`minutesPerMachine: ${minutesPerMachine}`)
  const knots = [{ machines: 1, minutes: setupMinutes + minutesPerMachine }]
  return { knots, minutesPerMachine, consoles: 1, published: [], residualMinutes: 0 }
}

/**
 * Minutes until the last of the machines is done, not rounded; 0 for no machine. The consoles share the machines
 * evenly, so that each takes its part of them.
 *
 * @throws RangeError naming the field that is out of range
 */
export function minutesOn(curve: Curve, machines: number, consoles: number): number {
  if (!(Number.isInteger(machines) && machines >= 0)) throw new RangeError(`machines: ${machines}`)
  if (!(Number.isInteger(consoles) && consoles >= 1)) throw new RangeError(`consoles: ${consoles}`)
  if (machines === 0) return 0
  return heightAt(curve, Math.ceil((machines * curve.consoles) / consoles))
}

function heightAt({ knots, minutesPerMachine }: Curve, machines: number): number {
  const from = knots.findLast((knot) => knot.machines <= machines)
  const to = knots.find((knot) => knot.machines >= machines)
  if (from === undefined || to === from) return to?.minutes ?? 0
  if (to === undefined) return from.minutes + minutesPerMachine * (machines - from.machines)
  return from.minutes + ((to.minutes - from.minutes) * (machines - from.machines)) / (to.machines - from.machines)
}
