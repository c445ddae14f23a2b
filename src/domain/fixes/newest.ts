/** The newest of fixes that each have all before them. */
import type { FixDoubt, FixReason } from '../../contract/fixes.ts'
import type { Candidate } from './candidates.ts'
import type { FixOrder } from './order.ts'

export type Newest = {
  chosen: Candidate
  doubts: FixDoubt[]
  /** Those of which nothing tells whether they are newer. */
  undecided: readonly Candidate[]
}

/** The number of a KB, so that of two that nothing else tells apart always the same one is named. */
const numberOf = ({ id }: Candidate) => Number(/\d+$/.exec(id)?.[0] ?? 0)

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** By day, then by number. */
const later = (a: Candidate, b: Candidate) =>
  compared(a.publishedOn, b.publishedOn) || numberOf(a) - numberOf(b) || compared(a.id, b.id)

/** What sources say of a fix that does not go together. */
export function doubtsOf(fix: Candidate, order: FixOrder): FixDoubt[] {
  const related = order.related(fix)
  const loop = related.filter((other) => order.isLoop(fix, other))
  const doubts = related.flatMap((other): FixDoubt[] => {
    if (loop.includes(other)) return []
    const isDoubted = order.isContradicted(fix, other)
    const isSpared = order.isContradicted(other, fix) && !order.replaces(other, fix)
    if (!isDoubted && !isSpared) return []
    const trusted = isDoubted && order.replaces(fix, other) ? 'supersedence' : 'build'
    return [{ code: 'contradiction', bulletin: other.id, trusted }]
  })
  return [...doubts, ...(loop.length > 0 ? [{ code: 'loop' as const, bulletins: loop.map(({ id }) => id) }] : [])]
}

/** The newest one: that none replaces and, of several, that none exceeds in build or else in day. Null of none. */
export function newestOf(fixes: readonly Candidate[], order: FixOrder): Newest | null {
  const own = new Set(fixes)
  const tops = fixes.filter((fix) => {
    const by = order.replacedBy(fix)
    return by === null || (!own.has(by) && !fixes.some((other) => order.replaces(other, fix)))
  })
  // The newest first: most are exceeded by that at once.
  const leading = (tops.length > 0 ? tops : fixes).toSorted((a, b) => later(b, a))
  const unbeaten = leading.filter((fix) => !leading.some((other) => order.byBuildOrDay(other, fix) > 0))
  const left = unbeaten.length > 0 ? unbeaten : leading
  const [chosen] = left
  if (chosen === undefined) return null
  const undecided = left.filter((fix) => fix !== chosen)
  const hasGap = chosen.builds.length === 0 && fixes.some(({ builds }) => builds.length > 0)
  return {
    chosen,
    undecided,
    doubts: [
      ...doubtsOf(chosen, order),
      ...(hasGap ? [{ code: 'no-build' as const }] : []),
      ...(undecided.length > 0 ? [{ code: 'undecided' as const, bulletins: undecided.map(({ id }) => id) }] : []),
    ],
  }
}

/** Why an older fix is in a newer one: another one replaces it, or has the larger build or the later day. */
export function containedIn(
  fix: Candidate,
  newest: Candidate,
  fixes: readonly Candidate[],
  order: FixOrder,
): FixReason {
  const by = order.replaces(newest, fix) ? newest : order.replacedBy(fix)
  if (by !== null) return { code: 'superseded', by: by.id }
  const isOlderThan = (other: Candidate) => order.byBuildOrDay(other, fix) > 0
  const newer = isOlderThan(newest) ? newest : (fixes.find(isOlderThan) ?? newest)
  const builds = order.builds(fix, newer)
  return builds !== null && builds[0] !== builds[1]
    ? { code: 'older-build', by: newer.id, build: builds[0], newer: builds[1] }
    : { code: 'older-day', by: newer.id, on: fix.publishedOn, newer: newer.publishedOn }
}
