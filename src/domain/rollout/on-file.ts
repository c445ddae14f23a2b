import type { FleetLine } from '../../contract/fleet.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { machinesByVersion } from '../fleet/exposure.ts'
import { presentId } from '../platforms/present.ts'
import type { Machines } from './waves.ts'

/** The machines on file of each of the versions, in their order; those of which there are none are left out. */
export function machinesOnFile(versions: readonly PlatformId[], fleet: readonly FleetLine[]): Machines[] {
  const counts = machinesByVersion(fleet)
  return versions.flatMap((platform) => {
    const count = counts.get(platform)
    return count === undefined ? [] : [{ platform, count }]
  })
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
