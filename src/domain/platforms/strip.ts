import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { familyOf, shortName } from './platforms.ts'
import { isAffected, ratings } from '../bulletin/severity.ts'
import { oncePer } from '../table/once.ts'

type RatedPlatform = { platform: PlatformId; rating: Rating }
type StripCell = { id: PlatformId; label: string; rating: Rating }

/** A family with a cell for each of its affected versions. */
export type StripFamily = { id: PlatformId; name: string; cells: StripCell[] }

/** What a platform is called below its family. Some documents write a star for any version. */
function nameBelow(platform: Platform): string {
  const name = shortName(platform)
  return name === null || name === '*' ? platform.family : name
}

/** The platforms of a tree by their ids: made once for all cards of a list. */
const knownIn = oncePer(
  (platforms: readonly Platform[]): ReadonlyMap<PlatformId, Platform & { position: number }> =>
    new Map(platforms.map((platform, position) => [platform.id, { ...platform, position }])),
)

/** The affected platforms of a bulletin by family, in the order of the platform tree; unknown platforms last, by their id. */
export function platformStrip(ratings: readonly RatedPlatform[], platforms: readonly Platform[]): StripFamily[] {
  const known = knownIn(platforms)
  const position = ({ platform }: RatedPlatform) => known.get(platform)?.position ?? platforms.length
  const families = new Map<PlatformId, StripFamily>()
  for (const { platform: id, rating } of ratings
    .filter((rated) => isAffected(rated.rating))
    .toSorted((a, b) => position(a) - position(b))) {
    const family = familyOf(id)
    const platform = known.get(id)
    const strip = families.get(family) ?? { id: family, name: platform?.family ?? family, cells: [] }
    strip.cells.push({ id, label: platform ? nameBelow(platform) : id, rating })
    families.set(family, strip)
  }
  return [...families.values()]
}

/** A strip cut to a line: what is drawn, and how many platforms are left out. */
export type ShortStrip = { families: StripFamily[]; more: number }

/** A longer name is cut where it is drawn. */
const longestName = 28

/** About how many characters a cell takes, with the space around it. */
const lengthOf = (name: string) => Math.min(name.length, longestName) + 2

/**
 * As many cells of a strip as a line has room for, at least one; those that `isMine` come first, then those that are
 * rated worst.
 *
 * @param room in characters, with the names of the families
 */
export function shortStrip(
  strip: readonly StripFamily[],
  room: number,
  isMine: (platform: PlatformId) => boolean = () => false,
): ShortStrip {
  const families: StripFamily[] = []
  let used = 0
  let more = 0
  const rank = ({ id, rating }: StripCell) => (isMine(id) ? -1 : ratings.indexOf(rating))
  const first = ({ cells: [cell] }: StripFamily) => (cell === undefined ? Infinity : rank(cell))
  const ordered = strip.map((family) => ({ ...family, cells: family.cells.toSorted((a, b) => rank(a) - rank(b)) }))
  for (const family of ordered.toSorted((a, b) => first(a) - first(b))) {
    const cells: StripCell[] = []
    for (const cell of family.cells) {
      const length = lengthOf(cell.label) + (cells.length === 0 ? lengthOf(family.name) : 0)
      if (more > 0 || (used > 0 && used + length > room)) more += 1
      else {
        used += length
        cells.push(cell)
      }
    }
    if (cells.length > 0) families.push({ ...family, cells })
  }
  return { families, more }
}
