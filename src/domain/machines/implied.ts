/** What a machine of a platform has by having a fix: the fix itself, and what it contains or is in place of. */
import type { Candidate } from '../fixes/candidates.ts'
import type { FixOrder } from '../fixes/order.ts'

/** By position: `full` what it has whole; `part` what it has a part of. */
export type Implied = { full: readonly number[]; part: readonly number[] }

const isUpdate = ({ kind }: Candidate) => kind === 'update' || kind === 'rollup'

/** Whether two are of one release: their builds are the same or, without any, their days. */
function isOfOneRelease(a: Candidate, b: Candidate, order: Order): boolean {
  const builds = order.builds(a, b)
  return builds === null ? a.publishedOn === b.publishedOn : builds[0] === builds[1]
}

/** What is asked of the order of fixes. */
type Order = Pick<FixOrder, 'replaces' | 'builds' | 'byBuildOrDay'>

type How = 'full' | 'part' | null

/** Fixes of the cumulative line, where documents do not say that one replaces the other. */
function inCumulative(has: Candidate, other: Candidate, order: Order): How {
  const isNewer = order.byBuildOrDay(has, other) > 0
  if (isUpdate(has)) {
    if (isUpdate(other)) return isNewer && !order.replaces(other, has) ? 'full' : null
    if (other.kind === 'security-only') return isNewer || isOfOneRelease(has, other, order) ? 'full' : null
    if (other.kind !== 'hotpatch') return null
    const isItsBaseline = other.baselines.some(({ bulletin }) => bulletin === has.id)
    const isLater = other.publishedOn <= has.publishedOn && order.byBuildOrDay(has, other) >= 0
    return isItsBaseline || isLater ? 'full' : null
  }
  if (has.kind === 'hotpatch') {
    if (other.kind === 'hotpatch') return isNewer ? 'full' : null
    const own = has.baselines.find(({ bulletin }) => bulletin === other.id)
    return own === undefined ? null : own.lacks ? 'part' : 'full'
  }
  // A security-only update is a part of the rollup of its release, and has nothing of earlier ones.
  return has.kind === 'security-only' && isUpdate(other) && isOfOneRelease(has, other, order) ? 'part' : null
}

function how(has: Candidate, other: Candidate, order: Order): How {
  if (order.replaces(has, other)) return 'full'
  if (has.line === 'cumulative' && other.line === 'cumulative') return inCumulative(has, other, order)
  if (other.line === 'internet-explorer' && has.kind === 'rollup')
    return other.publishedOn <= has.publishedOn ? 'full' : null
  const isOneLine = has.line === other.line && has.name === other.name && has.line !== 'separate'
  return isOneLine && order.byBuildOrDay(has, other) > 0 ? 'full' : null
}

/**
 * What each fix of a platform implies, found when it is first asked for: machines have few of many.
 *
 * @param isApart of which nothing tells that a newer one has it
 */
export function impliedOn(fixes: readonly Candidate[], order: Order, isApart: (fix: Candidate) => boolean) {
  const apart = new Set(fixes.filter(isApart))
  const known = new Map<number, Implied>()
  const of = (at: number): Implied => {
    const before = known.get(at)
    if (before !== undefined) return before
    const has = fixes[at]
    const found = { full: new Set([at]), part: new Set<number>() }
    // Of two hotpatches that are each other's baseline, the second finds the first as it is so far.
    known.set(at, { full: [at], part: [] })
    for (const [position, other] of fixes.entries()) {
      if (has === undefined || position === at) continue
      const is =
        apart.has(has) || apart.has(other) ? (order.replaces(has, other) ? 'full' : null) : how(has, other, order)
      if (is !== null) found[is].add(position)
    }
    // A hotpatch goes on top of an update, and what that contains is on the machine.
    if (has?.kind === 'hotpatch')
      for (const { bulletin } of has.baselines) {
        const baseline = fixes.findIndex(({ id }) => id === bulletin)
        if (baseline < 0) continue
        for (const position of of(baseline).full) if (position !== baseline) found.full.add(position)
      }
    const implied = { full: [...found.full], part: [...found.part].filter((position) => !found.full.has(position)) }
    known.set(at, implied)
    return implied
  }
  return of
}
