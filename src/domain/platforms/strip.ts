import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { familyOf, shortName } from './platforms.ts'
import { isAffected } from '../bulletin/severity.ts'

type RatedPlatform = { platform: PlatformId; rating: Rating }
type StripCell = { id: PlatformId; label: string; rating: Rating }

/** A family with a cell for each of its affected versions. */
export type StripFamily = { id: PlatformId; name: string; cells: StripCell[] }

/** The affected platforms of a bulletin by family, in the order of the platform tree; unknown platforms last, by their id. */
export function platformStrip(ratings: readonly RatedPlatform[], platforms: readonly Platform[]): StripFamily[] {
  const known = new Map(platforms.map((platform, position) => [platform.id, { ...platform, position }]))
  const position = ({ platform }: RatedPlatform) => known.get(platform)?.position ?? platforms.length
  const families = new Map<PlatformId, StripFamily>()
  for (const { platform: id, rating } of ratings
    .filter((rated) => isAffected(rated.rating))
    .toSorted((a, b) => position(a) - position(b))) {
    const family = familyOf(id)
    const platform = known.get(id)
    const strip = families.get(family) ?? { id: family, name: platform?.family ?? family, cells: [] }
    strip.cells.push({ id, label: platform ? (shortName(platform) ?? platform.family) : id, rating })
    families.set(family, strip)
  }
  return [...families.values()]
}
