import type { FleetLine } from '../../contract/fleet.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { machinesByVersion } from '../fleet/exposure.ts'
import { parentOf } from '../platforms/platforms.ts'
import { presentId } from '../platforms/present.ts'
import { versionOfOwnName } from '../platforms/windows.ts'
import type { Machines } from './waves.ts'

/**
 * How many machines there are on file of each version. Those of a family count as the version that has its name; where
 * there is none they may be of any version, and stay with the family.
 */
export function versionsOnFile(fleet: readonly FleetLine[], ids: readonly PlatformId[]): Map<PlatformId, number> {
  const counts = new Map<PlatformId, number>()
  for (const [platform, count] of machinesByVersion(fleet)) {
    const version = (parentOf(platform) === null ? versionOfOwnName(platform, ids) : null) ?? platform
    counts.set(version, (counts.get(version) ?? 0) + count)
  }
  return counts
}

/** The machines on file of each of the versions, in their order; those of which there are none are left out. */
export const machinesOnFile = (versions: readonly PlatformId[], onFile: ReadonlyMap<PlatformId, number>): Machines[] =>
  versions.flatMap((platform) => {
    const count = onFile.get(platform)
    return count === undefined ? [] : [{ platform, count }]
  })

/** The machines on file that a plan does not have. */
export function leftOut(onFile: readonly Machines[], planned: readonly Machines[]): Machines[] {
  const counts = new Map(planned.map(({ platform, count }) => [platform, count]))
  return onFile
    .map(({ platform, count }) => ({ platform, count: count - (counts.get(platform) ?? 0) }))
    .filter(({ count }) => count > 0)
}

/** A plan with no fewer machines of each platform than are on file. */
export function withAllOnFile(planned: readonly Machines[], onFile: readonly Machines[]): Machines[] {
  const counts = new Map(planned.map(({ platform, count }) => [platform, count]))
  for (const { platform, count } of onFile) counts.set(platform, Math.max(count, counts.get(platform) ?? 0))
  return Array.from(counts, ([platform, count]) => ({ platform, count }))
}

/** The machines of a plan by the platforms of now: those of two that have become one are added up. */
export function onPresentPlatforms(
  fleet: readonly Machines[],
  platforms: readonly Pick<Platform, 'id' | 'formerIds'>[],
): Machines[] {
  const counts = new Map<PlatformId, number>()
  for (const { platform, count } of fleet) {
    const present = presentId(platform, platforms)
    counts.set(present, (counts.get(present) ?? 0) + count)
  }
  return Array.from(counts, ([platform, count]) => ({ platform, count }))
}
