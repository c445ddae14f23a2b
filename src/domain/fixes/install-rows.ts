/** What a bulletin brings to each platform: one row for platforms of which the same is true. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { BulletinFix } from '../../contract/fixes.ts'
import type { FleetLine } from '../../contract/fleet.ts'
import { fixStates } from '../../contract/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { machinesByPlatform } from '../fleet/exposure.ts'
import { isWithin } from '../platforms/platforms.ts'

export type InstallRow = {
  platforms: PlatformId[]
  /** How many machines of ours there are; null for platforms that we do not have. */
  machines: number | null
  /** What the bulletin is there; null where that is not asked: of platforms that we do not have. */
  fix: BulletinFix | null
  /** The build after it, as printed; null where it is not stated. */
  build: string | null
  /** The platforms of its packages that the row is about. */
  covers: PlatformId[]
}

const isAbout = (a: PlatformId, b: PlatformId) => isWithin(a, b) || isWithin(b, a)

const alike = ({ state, reason, doubts, build, install }: BulletinFix) =>
  JSON.stringify([state, reason, doubts, build, install])

/**
 * The rows: those of the fleet first, what is to be installed before what is an alternative or contained. `fixes`: what
 * the bulletin is on each platform of the fleet or, where there is no fleet, on each of its own.
 */
export function installRows(
  { packages }: Pick<Bulletin, 'packages'>,
  fixes: readonly BulletinFix[],
  fleet: readonly FleetLine[],
): InstallRow[] {
  const counts = machinesByPlatform(fleet)
  const named = [...new Set(packages.flatMap(({ platforms }) => platforms))]
  const covers = (platforms: readonly PlatformId[]) => named.filter((id) => platforms.some((own) => isAbout(id, own)))
  const own = Array.from(Map.groupBy(fixes, alike).values(), (same): InstallRow => {
    const platforms = same.map(({ platform }) => platform)
    const machines = platforms.flatMap((id) => counts.get(id) ?? [])
    return {
      platforms,
      machines: machines.length === 0 ? null : machines.reduce((sum, count) => sum + count, 0),
      fix: same[0] ?? null,
      build: same[0]?.build ?? null,
      covers: covers(platforms),
    }
  }).toSorted((a, b) => fixStates.indexOf(a.fix?.state ?? 'install') - fixStates.indexOf(b.fix?.state ?? 'install'))
  const isOwn = new Set(own.flatMap((row) => row.covers))
  const others = Map.groupBy(
    packages.flatMap(({ platforms, fixedBuild = null }) =>
      platforms.filter((id) => !isOwn.has(id)).map((platform) => ({ platform, build: fixedBuild })),
    ),
    ({ build }) => build,
  )
  const beside = Array.from(others, ([build, same]): InstallRow => {
    const platforms = [...new Set(same.map(({ platform }) => platform))]
    return { platforms, machines: null, fix: null, build, covers: platforms }
  })
  return [...own, ...beside]
}
