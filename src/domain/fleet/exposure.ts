import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { countedAs, isWithin, lineageOf } from '../platforms.ts'
import { isAffected } from '../severity.ts'

/** How many machines there are, how many of them a bulletin affects for certain, and how many it may affect at most. */
export type Exposure = { affected: number; atMost: number; of: number }

/**
 * The machines that a bulletin affects; null where nobody has said what there is. What it says of a platform holds for
 * all below it, unless it says something else of these. A line above that, "Windows 2000" where only SP3 and SP4 are
 * affected, may be any of them: it counts among those that are affected at most.
 */
export function exposureOf(
  ratings: readonly { platform: PlatformId; rating: Rating }[],
  fleet: readonly FleetLine[],
): Exposure | null {
  if (fleet.length === 0) return null
  const rated = new Map(ratings.map(({ platform, rating }) => [platform, isAffected(rating)]))
  const isHit = (platform: PlatformId) =>
    lineageOf(platform)
      .map((id) => rated.get(id))
      .find((is) => is !== undefined) ?? false
  /** What the machines of a line may be: all that differs below its platform, and the platform itself. */
  const answersOn = (platform: PlatformId) => [
    isHit(platform),
    ...[...rated].filter(([id]) => isWithin(id, platform)).map(([, is]) => is),
  ]
  const exposure = { affected: 0, atMost: 0, of: 0 }
  for (const [platform, machines] of machinesByPlatform(fleet)) {
    const answers = answersOn(platform)
    if (answers.every(Boolean)) exposure.affected += machines
    if (answers.some(Boolean)) exposure.atMost += machines
    exposure.of += machines
  }
  return exposure
}

function added(counts: Iterable<readonly [PlatformId, number]>): Map<PlatformId, number> {
  const sums = new Map<PlatformId, number>()
  for (const [platform, count] of counts) sums.set(platform, (sums.get(platform) ?? 0) + count)
  return sums
}

/** How many machines there are of each platform, whatever their edition; in the order of the lines. */
export const machinesByPlatform = (fleet: readonly FleetLine[]): Map<PlatformId, number> =>
  added(fleet.map(({ platform, machines }) => [platform, machines]))

/** How many machines there are of each version, or of a family where nobody has said the version. */
export const machinesByVersion = (fleet: readonly FleetLine[]): Map<PlatformId, number> =>
  added(fleet.map(({ platform, machines }) => [countedAs(platform), machines]))
