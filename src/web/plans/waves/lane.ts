/** How a wave is drawn over time: as planned, and as it went. */

/** Moments in milliseconds since 1970 UTC; null for what is not known or has not come yet. */
export type Course = { from: number | null; half: number | null; ninety: number | null; last: number | null }

/** Places on the lane from 0 to 1. `to`: how far the line goes. `isOpen`: it goes on to the edge, dotted. */
export type Drawn = { from: number; to: number; dots: number[]; end: number | null; isOpen: boolean }

const msPerMinute = 60_000
const steps = [15, 30, 45, 60, 75, 90, 120, 180, 240, 300, 360, 480, 600, 720, 1440].map(
  (minutes) => minutes * msPerMinute,
)

/** How long the lanes of some waves are, in milliseconds: the longest of them as planned with a quarter of room, in a round number. */
export function laneLength(planned: readonly Course[]): number {
  const lengths = planned.map(({ from, last }) => (from === null || last === null ? 0 : last - from))
  const wanted = Math.max(...lengths, steps[0] ?? 0) * 1.15
  const day = 1440 * msPerMinute
  return steps.find((step) => step >= wanted) ?? Math.ceil(wanted / day) * day
}

/** A course on a lane that begins at `anchor`. What lies before it begins with it, what lies beyond goes on to the edge. */
export function drawn(course: Course, anchor: number, length: number): Drawn | null {
  const first = course.from ?? course.half ?? course.ninety ?? course.last
  if (first === null) return null
  const place = (at: number) => Math.max(0, (at - anchor) / length)
  const dots = [course.half, course.ninety]
    .filter((at) => at !== null)
    .map(place)
    .filter((at) => at <= 1)
  const end = course.last === null || place(course.last) > 1 ? null : place(course.last)
  const from = Math.min(1, place(course.from ?? Math.min(anchor, first)))
  return { from, to: end ?? dots.at(-1) ?? from, dots, end, isOpen: end === null }
}
