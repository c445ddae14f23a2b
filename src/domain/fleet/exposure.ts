import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { countedAs, isWithin, lineageOf } from '../platforms/platforms.ts'
import { isAffected } from '../bulletin/severity.ts'

/** How many machines there are, how many of them a bulletin affects for certain, and how many it may affect at most. */
export type Exposure = { affected: number; atMost: number; of: number }

/** Machines of a platform, and the products on file that they may be. */
export type MachineCount = { platform: PlatformId; machines: number; mayBe: readonly PlatformId[] }

/**
 * The machines of a fleet by platform. Those of "Windows 11 24H2" may be any product on file below it, x64 or ARM64;
 * those of a product that has others below it may be that product, too.
 */
export function machinesOf(
  fleet: readonly FleetLine[],
  platforms: readonly Pick<PlatformCount, 'id' | 'isGroup'>[],
): MachineCount[] {
  const products = platforms.filter(({ isGroup }) => isGroup !== true).map(({ id }) => id)
  return Array.from(machinesByPlatform(fleet), ([platform, machines]) => {
    const mayBe = products.filter((id) => isWithin(id, platform))
    return { platform, machines, mayBe: mayBe.length > 0 ? mayBe : [platform] }
  })
}

/**
 * The machines that a bulletin affects; null where the fleet is unknown. What it says of a platform holds for
 * all below it, unless it says something else of these. Machines that may be several products are affected for certain
 * where all of these are, and count among those that may be where some are.
 */
export function exposureOf(
  ratings: readonly { platform: PlatformId; rating: Rating }[],
  fleet: readonly MachineCount[],
): Exposure | null {
  if (fleet.length === 0) return null
  const rated = new Map(ratings.map(({ platform, rating }) => [platform, isAffected(rating)]))
  const isHit = (platform: PlatformId) =>
    lineageOf(platform)
      .map((id) => rated.get(id))
      .find((is) => is !== undefined) ?? false
  const exposure = { affected: 0, atMost: 0, of: 0 }
  for (const { platform, machines, mayBe } of fleet) {
    const below = [...rated].filter(([id]) => isWithin(id, platform)).map(([, is]) => is)
    const answers = [...mayBe.map(isHit), ...below]
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

/** How many machines there are of each version, or of a family where the version is unknown. */
export const machinesByVersion = (fleet: readonly FleetLine[]): Map<PlatformId, number> =>
  added(fleet.map(({ platform, machines }) => [countedAs(platform), machines]))
