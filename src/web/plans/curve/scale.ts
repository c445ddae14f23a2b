/** The axes of a burn-up: moments in milliseconds since 1970 UTC, and machines. */

/** A place on a curve. */
export type CurvePoint = { at: number; machines: number }

/** From 0 to all machines in at most four steps, whole machines each. */
export function burnUpMarks(most: number): number[] {
  const steps = Math.min(4, Math.max(1, most))
  return [...new Set(Array.from({ length: steps + 1 }, (_, at) => Math.round((most / steps) * at)))]
}

/** From the first moment to the last, with a little room on both sides. */
export function axisSpan(moments: readonly number[]): { start: number; end: number } {
  const [first, last] = [Math.min(...moments), Math.max(...moments)]
  const room = Math.max(3_600_000, (last - first) * 0.04)
  return { start: first - room, end: last + room }
}

/** Where a moment is on an axis, from 0 to 1. */
export const shareAt = (at: number, { start, end }: { start: number; end: number }): number =>
  (at - start) / (end - start)

/** Those of some moments that can be named side by side: each at least this share of the axis after the one before. The last is always named. */
export function apartOnAxis(moments: readonly number[], span: { start: number; end: number }, least: number): number[] {
  const sorted = [...new Set(moments)].toSorted((a, b) => b - a)
  const kept: number[] = []
  for (const at of sorted) {
    const later = kept.at(-1)
    if (later === undefined || shareAt(later, span) - shareAt(at, span) >= least) kept.push(at)
  }
  return kept.toReversed()
}

/** Machines on a curve at a moment: straight between its points, and as at its ends beyond them. */
export function machinesAt(points: readonly CurvePoint[], at: number): number {
  const next = points.findIndex((point) => point.at >= at)
  if (next < 0) return points.at(-1)?.machines ?? 0
  const [before, after] = [points[Math.max(0, next - 1)], points[next]]
  if (before === undefined || after === undefined) return 0
  if (after.at <= before.at) return after.machines
  return before.machines + ((at - before.at) / (after.at - before.at)) * (after.machines - before.machines)
}
