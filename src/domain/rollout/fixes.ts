/** What a bulletin brings to a rollout: its curve, the platforms that it is installed on, whether it restarts them. */
import type { PlatformId } from '../../contract/platform.ts'
import type { Summary } from '../../contract/summary.ts'
import { countedAs, isWithin, lineageOf } from '../platforms/platforms.ts'
import { versionOfOwnName } from '../platforms/windows.ts'
import { publishedCurve, type Curve } from './curve.ts'
import type { Job } from './estimate.ts'
import { countOf, type Machines } from './waves.ts'

export type Fix = {
  id: string
  curve: Curve
  /** Versions on which there is something to install. */
  platforms: ReadonlySet<PlatformId>
  mayRestart: boolean
}

/**
 * One curve for all packages of a bulletin, which are installed side by side: through the points of all of them, at
 * each published number of machines the slowest; of those for the fewest consoles. Null where nothing is published.
 */
function curveOf({ rollout }: Pick<Summary, 'rollout'>): Curve | null {
  if (rollout.length === 0) return null
  const consoles = rollout.reduce((least, published) => Math.min(least, published.consoles), Infinity)
  return publishedCurve(
    rollout.filter((published) => published.consoles === consoles).flatMap(({ points }) => points),
    consoles,
  )
}

/** What a rollout looks at of a bulletin. */
export type Fixable = Pick<Summary, 'id' | 'rollout' | 'platforms' | 'restart'>

/** The versions on which a bulletin has something to install. */
export const versionsToInstall = ({ platforms }: Pick<Fixable, 'platforms'>): Set<PlatformId> =>
  new Set(
    platforms
      .filter(({ rating }) => typeof rating === 'number' || rating === 'unrated')
      .map(({ platform }) => countedAs(platform)),
  )

/** Whether machines of a platform have one of these versions: it is one, a variant of one, or the family with its name. */
export function isOfVersion(platform: PlatformId, versions: ReadonlySet<PlatformId>): boolean {
  if (lineageOf(platform).some((id) => versions.has(id))) return true
  const below = [...versions].filter((id) => isWithin(id, platform))
  return below.length > 0 && versionOfOwnName(platform, below) !== null
}

/** The fix of a bulletin; without published times it takes the assumed curve. */
export const fixOf = (bulletin: Fixable, assumed: Curve): Fix => ({
  id: bulletin.id,
  curve: curveOf(bulletin) ?? assumed,
  platforms: versionsToInstall(bulletin),
  mayRestart: bulletin.restart === 'required' || bulletin.restart === 'maybe',
})

/** Each fix on those of the machines that it concerns. */
export const jobsOf = (fixes: readonly Fix[], machines: readonly Machines[]): Job[] =>
  fixes.map(({ curve, platforms, mayRestart }) => ({
    curve,
    mayRestart,
    machines: countOf(machines.filter(({ platform }) => platforms.has(platform))),
  }))
