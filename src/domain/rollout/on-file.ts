import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { machinesByVersion } from '../fleet/exposure.ts'
import type { Machines } from './waves.ts'

/** The machines on file of each of the versions, in their order; those of which there are none are left out. */
export function machinesOnFile(versions: readonly PlatformId[], fleet: readonly FleetLine[]): Machines[] {
  const counts = machinesByVersion(fleet)
  return versions.flatMap((platform) => {
    const count = counts.get(platform)
    return count === undefined ? [] : [{ platform, count }]
  })
}
