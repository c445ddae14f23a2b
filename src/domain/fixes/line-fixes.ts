/** What each fix of a product line is: to be installed, an alternative to that, or contained in it. */
import type { FixDoubt, FixReason, FixState, PlatformFix } from '../../contract/fixes.ts'
import { largestBuild } from './builds.ts'
import type { Candidate } from './candidates.ts'
import { containedIn, doubtsOf, newestOf } from './newest.ts'
import type { FixOrder } from './order.ts'

const stated = (fix: Candidate, state: FixState, reason: FixReason, doubts: FixDoubt[] = []): PlatformFix => {
  const build = largestBuild(fix.builds)
  return {
    bulletin: fix.id,
    state,
    reason,
    doubts,
    publishedOn: fix.publishedOn,
    ...(build !== null && { build }),
  }
}

/** Fixes that are each for themselves: to be installed until another one replaces them. */
export const separateFixes = (fixes: readonly Candidate[], order: FixOrder): PlatformFix[] =>
  fixes.map((fix) => {
    const by = order.replacedBy(fix)
    return by === null
      ? stated(fix, 'install', { code: 'not-replaced' }, doubtsOf(fix, order))
      : stated(fix, 'contained', { code: 'superseded', by: by.id })
  })

/** Fixes of which the newest has all before it. */
export function newestFixes(fixes: readonly Candidate[], order: FixOrder): PlatformFix[] {
  const newest = newestOf(fixes, order)
  if (newest === null) return []
  const { chosen, undecided, doubts } = newest
  return fixes.map((fix) => {
    if (fix === chosen) {
      const reason: FixReason = fixes.length === 1 ? { code: 'only' } : { code: 'newest', among: fixes.length }
      return stated(fix, 'install', reason, doubts)
    }
    if (undecided.includes(fix))
      return stated(fix, 'alternative', { code: 'undecided', of: chosen.id }, doubtsOf(fix, order))
    return stated(fix, 'contained', containedIn(fix, chosen, fixes, order))
  })
}

const hotpatchDoubts = ({ isRestartStated }: Candidate, isBaselineKnown: boolean): FixDoubt[] => [
  ...(isRestartStated ? [{ code: 'restart' as const }] : []),
  ...(isBaselineKnown ? [] : [{ code: 'no-baseline' as const }]),
]

/** Hotpatches beside the update to install, null for none: the newest is an alternative to that, unless its baseline is an older one. */
export function hotpatchFixes(
  fixes: readonly Candidate[],
  install: Candidate | null,
  updates: readonly Candidate[],
  order: FixOrder,
): PlatformFix[] {
  const newest = newestOf(fixes, order)
  return fixes.map((fix): PlatformFix => {
    if (newest === null || (fix !== newest.chosen && !newest.undecided.includes(fix)))
      return stated(fix, 'contained', containedIn(fix, newest?.chosen ?? fix, fixes, order))
    const doubts = doubtsOf(fix, order)
    if (install === null)
      return stated(fix, 'install', { code: 'not-replaced' }, [...doubts, ...hotpatchDoubts(fix, false)])
    const own = fix.baselines.find(({ bulletin }) => bulletin === install.id)
    const earlier = fix.baselines.find(({ bulletin }) => updates.some(({ id }) => id === bulletin))
    if (own === undefined && earlier !== undefined)
      return stated(fix, 'contained', { code: 'baseline', by: install.id, of: earlier.bulletin })
    if (own === undefined && fix.publishedOn < install.publishedOn)
      return stated(fix, 'contained', containedIn(fix, install, [install], order))
    const reason: FixReason = { code: 'hotpatch', of: install.id, lacks: own?.lacks ?? false }
    return stated(fix, 'alternative', reason, [...doubts, ...hotpatchDoubts(fix, own !== undefined)])
  })
}

/**
 * Security-only updates and those of Internet Explorer beside a rollup, null for none: those of its release are together
 * an alternative to it, older ones are in it. A newer one, or any where there is no rollup, is to be installed.
 */
export function securityOnlyFixes(
  fixes: readonly Candidate[],
  rollup: Candidate | null,
  order: FixOrder,
): PlatformFix[] {
  return fixes.map((fix) => {
    const by = order.replacedBy(fix)
    if (by !== null && by !== rollup) return stated(fix, 'contained', { code: 'superseded', by: by.id })
    if (rollup === null) return stated(fix, 'install', { code: 'not-replaced' }, doubtsOf(fix, order))
    const builds = order.builds(fix, rollup)
    const age = builds !== null && builds[0] === builds[1] ? 0 : order.byBuildOrDay(fix, rollup)
    if (age > 0 && !order.replaces(rollup, fix))
      return stated(fix, 'install', { code: 'not-replaced' }, doubtsOf(fix, order))
    return age === 0
      ? stated(fix, 'alternative', { code: 'security-only', of: rollup.id })
      : stated(fix, 'contained', { code: 'rollup', by: rollup.id })
  })
}
