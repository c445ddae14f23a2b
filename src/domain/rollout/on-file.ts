import type { FleetLine } from '../../contract/fleet.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { countedAs } from '../platforms/platforms.ts'
import { presentId } from '../platforms/present.ts'
import { versionOfOwnName } from '../platforms/windows.ts'
import type { RolloutInputs } from './inputs.ts'
import type { Machines } from './waves.ts'

/**
 * The version that machines of a platform count as in a plan. Those of a family are of the version that has its name; where
 * there is none they may be of any version, and stay with the family.
 */
const plannedAs = (platform: PlatformId, ids: readonly PlatformId[]): PlatformId =>
  versionOfOwnName(platform, ids) ?? countedAs(platform)

/** How many machines there are of each version. */
function byVersion(machines: readonly Machines[], ids: readonly PlatformId[]): Map<PlatformId, number> {
  const counts = new Map<PlatformId, number>()
  for (const { platform, count } of machines) {
    const version = plannedAs(platform, ids)
    counts.set(version, (counts.get(version) ?? 0) + count)
  }
  return counts
}

/** How many machines there are on file of each version. */
export const versionsOnFile = (fleet: readonly FleetLine[], ids: readonly PlatformId[]): Map<PlatformId, number> =>
  byVersion(
    fleet.map(({ platform, machines }) => ({ platform, count: machines })),
    ids,
  )

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

/**
 * The machines and waves of a plan by the versions of now: a link may name variants or families, as people write it, or
 * platforms by ids of before. Those that have become one are added up.
 */
export function inVersions(
  { fleet, groups, ...rest }: Partial<RolloutInputs>,
  platforms: readonly Pick<Platform, 'id' | 'formerIds'>[],
): Partial<RolloutInputs> {
  const ids = platforms.map(({ id }) => id)
  const present = (platform: PlatformId) => presentId(platform, platforms)
  const counts = byVersion(
    (fleet ?? []).map(({ platform, count }) => ({ platform: present(platform), count })),
    ids,
  )
  return {
    ...rest,
    ...(fleet !== undefined && { fleet: Array.from(counts, ([platform, count]) => ({ platform, count })) }),
    ...(groups !== undefined && {
      groups: groups.map((group) => [...new Set(group.map((platform) => plannedAs(present(platform), ids)))]),
    }),
  }
}
