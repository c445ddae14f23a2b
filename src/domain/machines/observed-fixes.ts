/** Which fixes a machine has, as far as what was seen of each last says so. */
import type { Attempt } from '../../contract/machines.ts'
import type { MachineReport } from './report.ts'

export type ObservedFixes = {
  /** The fixes that it has, by KB or bulletin. */
  fixes: string[]
  /** Whether it has listed its fixes: of Windows itself it has no others. */
  isListed: boolean
  /** Those that came after its build was seen: that build says nothing of them. */
  after: string[]
  /** Those that wait for a restart. */
  pending: string[]
  /** Those that a tool has installed and that a later list does not have: lists leave out the fixes of programs. */
  unlisted: string[]
  removed: string[]
  required: string[]
  notRequired: string[]
}

/** What was seen of a fix at a moment. */
type Seen = { fix: string; at: string; is: 'absent' | 'required' | 'removed' | 'pending' | 'on' }

/** Of one moment, what comes later here is believed. */
const rank = ['absent', 'required', 'removed', 'pending', 'on']

const outcomes = { installed: 'on', removed: 'removed', 'restart-pending': 'pending' } as const

const inOrder = (a: Seen, b: Seen) => (a.at < b.at ? -1 : a.at > b.at ? 1 : rank.indexOf(a.is) - rank.indexOf(b.is))

/** The newest list of fixes, of all kinds of report; lists of one moment are one list. */
function listOf(reports: readonly MachineReport[]) {
  const lists = reports.filter(({ fixes }) => fixes !== undefined)
  const at = lists.at(-1)?.seenAt ?? ''
  const fixes = lists.filter(({ seenAt }) => (seenAt ?? '') === at).flatMap((report) => report.fixes ?? [])
  return { isThere: lists.length > 0, at, fixes, names: new Set(fixes.map(({ kb }) => kb)) }
}

const isOn = ({ is }: Seen) => is === 'on' || is === 'pending'

/**
 * Reads what reports (the newest of each kind, oldest first) and attempts say of each fix.
 *
 * @param buildSeenAt when the build that counts was seen; null where nobody says it
 */
export function observedFixes(
  reports: readonly MachineReport[],
  attempts: readonly Attempt[],
  buildSeenAt: string | null,
): ObservedFixes {
  const list = listOf(reports)
  const states = reports.flatMap(({ states: said = [], seenAt }) => said.map((each) => ({ ...each, at: seenAt ?? '' })))
  const seen: Seen[] = [
    ...list.fixes.map(({ kb }): Seen => ({ fix: kb, at: list.at, is: 'on' })),
    ...states.flatMap(({ kb, at, state }): Seen[] =>
      state === 'installed' || state === 'required' ? [{ fix: kb, at, is: state === 'installed' ? 'on' : state }] : [],
    ),
    ...attempts.flatMap(({ fix, at, outcome }): Seen[] =>
      outcome === 'failed' ? [] : [{ fix, at, is: outcomes[outcome] }],
    ),
  ]
  const absent = list.isThere ? [...new Set(seen.map(({ fix }) => fix))].filter((fix) => !list.names.has(fix)) : []
  const all = [...seen, ...absent.map((fix): Seen => ({ fix, at: list.at, is: 'absent' }))]

  const restartedAt = reports.findLast(({ restartPending }) => restartPending === false)?.seenAt ?? ''
  /** Whether it was installed after its build was seen, as far as anything says when it was. */
  const isAfterBuild = (fix: string) => {
    if (buildSeenAt === null) return false
    const sinceDay = list.fixes.some(
      ({ kb, since }) => kb === fix && since !== undefined && since > buildSeenAt.slice(0, 10),
    )
    return sinceDay || attempts.some((each) => each.fix === fix && each.outcome !== 'failed' && each.at > buildSeenAt)
  }
  const isPending = (fix: string) => {
    const own = attempts.filter((each) => each.fix === fix)
    const at = own.reduce((last, each) => (each.outcome === 'restart-pending' && each.at > last ? each.at : last), '')
    return at !== '' && at > restartedAt && !own.some((each) => each.outcome === 'installed' && each.at > at)
  }

  const found: ObservedFixes = {
    fixes: [],
    isListed: list.isThere,
    after: [],
    pending: [],
    unlisted: [],
    removed: [],
    required: [],
    notRequired: [],
  }
  for (const [fix, own] of [...Map.groupBy(all, (each) => each.fix)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const sorted = own.toSorted(inOrder)
    const last = sorted.at(-1)
    const said = sorted.findLast(({ is }) => is !== 'absent')
    if (last === undefined || said === undefined) continue
    if (!isOn(said)) found[said.is === 'removed' ? 'removed' : 'required'].push(fix)
    else if (last.is === 'absent') found.unlisted.push(fix)
    else {
      found.fixes.push(fix)
      if (isAfterBuild(fix)) found.after.push(fix)
      if (isPending(fix)) found.pending.push(fix)
    }
  }
  const others = new Set(states.filter(({ state }) => state === 'not-required').map(({ kb }) => kb))
  found.notRequired = [...others].filter((kb) => !found.fixes.includes(kb)).toSorted()
  return found
}
