import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { isWithin } from '../platforms.ts'
import { isAffected } from '../severity.ts'

/** How many machines there are, and how many of them a bulletin affects. */
export type Exposure = { affected: number; of: number }

/** The machines on platforms that a bulletin affects, or on versions and variants below them; null where nobody has said what there is. */
export function exposureOf(
  ratings: readonly { platform: PlatformId; rating: Rating }[],
  fleet: readonly FleetLine[],
): Exposure | null {
  if (fleet.length === 0) return null
  const affected = ratings.filter(({ rating }) => isAffected(rating)).map(({ platform }) => platform)
  const isHit = ({ platform }: FleetLine) => affected.some((above) => isWithin(platform, above))
  const count = (lines: readonly FleetLine[]) => lines.reduce((sum, { machines }) => sum + machines, 0)
  return { affected: count(fleet.filter(isHit)), of: count(fleet) }
}

/** How many machines there are of each platform, whatever their edition; in the order of the lines. */
export function machinesByPlatform(fleet: readonly FleetLine[]): Map<PlatformId, number> {
  const counts = new Map<PlatformId, number>()
  for (const { platform, machines } of fleet) counts.set(platform, (counts.get(platform) ?? 0) + machines)
  return counts
}
