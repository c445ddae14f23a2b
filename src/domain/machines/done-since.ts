/** Since when a machine has a fix: by when it was installed, as far as anything says that, else by when it was first seen. */
import type { Attempt } from '../../contract/machines.ts'
import { compareBuilds } from '../fixes/builds.ts'
import { hasRevision } from './builds-of.ts'
import type { FixAnswer, FixRules } from './fix-state.ts'
import type { FirstShown } from './shown.ts'

/** What is known of a machine over time. */
export type MachineTimes = { shown: FirstShown; attempts: readonly Attempt[]; lastSeen: string | null }

/** `isExact`: it is when it was installed, and not when that was first seen. */
export type Since = { at: string; isExact: boolean }

const earliest = (moments: readonly string[]) =>
  moments.reduce<string | null>((a, b) => (a === null || b < a ? b : a), null)

/** Since when a machine has one fix by its own name; what was before it was last removed does not count. */
function sinceOf(name: string, { shown, attempts, lastSeen }: MachineTimes): Since | null {
  const own = attempts.filter(({ fix }) => fix === name)
  const removed = own.reduce((last, { at, outcome }) => (outcome === 'removed' && at > last ? at : last), '')
  const installed = own.filter(
    ({ at, outcome }) => at > removed && (outcome === 'installed' || outcome === 'restart-pending'),
  )
  const day = shown.days[name]
  const exact = earliest([
    ...installed.map(({ at }) => at),
    ...(day !== undefined && day > removed.slice(0, 10) ? [`${day}T00:00:00.000Z`] : []),
  ])
  if (exact !== null) return { at: exact, isExact: true }
  const seen = shown.fixes[name]
  if (seen === undefined) return null
  return { at: seen > removed ? seen : (lastSeen ?? seen), isExact: false }
}

/** Since when the build that runs, or a later one, has been seen. */
const sinceBuild = (needed: string, { shown }: MachineTimes): string | null => {
  const line = needed.split('.', 3).join('.')
  const later = Object.entries(shown.builds).filter(
    ([build]) => hasRevision(build) && build.startsWith(`${line}.`) && compareBuilds(build, needed) >= 0,
  )
  return earliest(later.map(([, at]) => at))
}

/**
 * Since when a machine has each of these fixes; null for one that it does not have, or of which nobody knows when. A
 * fix that it has by another one it has since that is on.
 *
 * @param fixes what the machine lists
 * @param answers what each fix is for it, in the order of the rules
 * @param nameOf the bulletin of a KB
 */
export function doneSince(
  bulletins: readonly string[],
  machine: MachineTimes,
  { fixes, answers }: { fixes: readonly string[]; answers: readonly FixAnswer[] },
  rules: FixRules,
  nameOf: (name: string) => string | null,
): Map<string, Since | null> {
  const names = [...fixes, ...machine.attempts.map(({ fix }) => fix), ...Object.keys(machine.shown.fixes)]
  const own = new Map<string, Since>()
  for (const name of new Set(names)) {
    const since = sinceOf(name, machine)
    if (since !== null) own.set(name, since)
  }
  return new Map(
    bulletins.map((bulletin): [string, Since | null] => {
      const at = rules.positions.get(bulletin)
      const answer = at === undefined ? undefined : answers[at]
      if (at === undefined || answer?.state !== 'fixed') return [bulletin, null]
      const covering = [...own].flatMap(([name, since]) => {
        const position = rules.positions.get(nameOf(name) ?? name)
        return position !== undefined && rules.impliedBy(position).full.includes(at) ? [since] : []
      })
      const exact = earliest(covering.flatMap((since) => (since.isExact ? [since.at] : [])))
      if (exact !== null) return [bulletin, { at: exact, isExact: true }]
      const { reason } = answer
      const byBuild = reason.code === 'build' ? sinceBuild(reason.needed, machine) : null
      const first = earliest([...covering.map((since) => since.at), ...(byBuild === null ? [] : [byBuild])])
      return [bulletin, first === null ? null : { at: first, isExact: false }]
    }),
  )
}
