/** The platforms of the fleet as the matrix shows them: a version with its variants, or a family whose version nobody has entered. */
import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import { countedAs, isWithin, lineageOf } from '../platforms/platforms.ts'
import { versionOfOwnName } from '../platforms/windows.ts'
import { once } from '../table/once.ts'

export type OwnPlatform = {
  id: PlatformId
  machines: number
  /** Whether what is said of a platform is said of these machines. */
  isTold: (platform: PlatformId) => boolean
  /** Whether the platform is of these machines alone, so that no other column has to speak of it. */
  isWhole: (platform: PlatformId) => boolean
}

/** In the order of the fleet. What is said of a platform holds for all below it. */
export function ownPlatforms(
  lines: readonly FleetLine[],
  tree: readonly Pick<PlatformCount, 'id' | 'isGroup'>[],
): OwnPlatform[] {
  const products = tree.filter(({ isGroup }) => isGroup !== true).map(({ id }) => id)
  const byVersion = Map.groupBy(lines, ({ platform }) => countedAs(platform))
  return Array.from(byVersion, ([id, members]) => {
    const named = [...new Set(members.map(({ platform }) => platform))]
    const parts = named.map((name) => {
      const below = products.filter((product) => isWithin(product, name))
      const own = versionOfOwnName(name, below)
      return { name, others: own === null ? [] : below.filter((product) => !isWithin(product, own)) }
    })
    const isWhole = once((platform: PlatformId) =>
      parts.some(
        ({ name, others }) =>
          isWithin(platform, name) && !others.some((other) => isWithin(other, platform) || isWithin(platform, other)),
      ),
    )
    const above = new Set(named.flatMap(lineageOf))
    return {
      id,
      machines: members.reduce((sum, { machines }) => sum + machines, 0),
      isTold: (platform) => above.has(platform) || isWhole(platform),
      isWhole,
    }
  })
}
