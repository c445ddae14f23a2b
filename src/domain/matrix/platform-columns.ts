/** The columns of the matrix: which platforms have a column each, and which share one. */
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { PlatformRating } from '../../contract/summary-fields.ts'
import { familyOf, isWithin, lineageOf, parentOf, shortName } from '../platforms/platforms.ts'
import { isAffected } from '../bulletin/severity.ts'
import { worseOf, worstOfEach } from './ratings.ts'

/** One column: a version with its variants, a single platform, or a whole family. `name` is null for a family. */
export type PlatformColumn = { id: PlatformId; name: string | null; platforms: PlatformId[] }

/** The columns under one heading. `canUnfold`: it has more platforms than columns. */
export type PlatformGroup = { id: PlatformId; name: string; columns: PlatformColumn[]; canUnfold: boolean }

/** With more versions than this, each family is one column until it is unfolded. */
const maxVersions = 80

type Choice = {
  /** Platforms that the rows affect. */
  touched: Iterable<PlatformId>
  /** Platforms chosen in the filter; none chosen means all. */
  chosen: readonly PlatformId[]
  /** Families that show every platform of theirs. */
  unfolded: readonly PlatformId[]
  /** The platform tree in reading order. */
  tree: readonly Platform[]
}

const versionOf = (id: PlatformId): PlatformId => lineageOf(id).at(-2) ?? id

/** The columns for what the rows affect, in the order of the platform tree; unknown platforms last. */
export function platformColumns({ touched, chosen, unfolded, tree }: Choice): PlatformGroup[] {
  const known = new Map(tree.map((platform, position) => [platform.id, { platform, position }]))
  const position = (id: PlatformId) => known.get(id)?.position ?? tree.length
  const shown = [...touched]
    .filter((id) => chosen.length === 0 || chosen.some((above) => isWithin(id, above)))
    .toSorted((a, b) => position(a) - position(b))
  const isFolded = new Set(shown.map(versionOf)).size > maxVersions

  const nameOf = (id: PlatformId): string | null => {
    const platform = known.get(id)?.platform
    return platform === undefined ? (parentOf(id) === null ? null : id) : shortName(platform)
  }
  const columnOf = (id: PlatformId) => (isFolded ? familyOf(id) : versionOf(id))
  return [...Map.groupBy(shown, familyOf)].map(([family, platforms]) => {
    const columns = Map.groupBy(platforms, unfolded.includes(family) ? (id) => id : columnOf)
    return {
      id: family,
      name: known.get(platforms[0] ?? family)?.platform.family ?? family,
      columns: [...columns].map(([id, members]) => ({ id, name: nameOf(id), platforms: members })),
      canUnfold: new Set(platforms.map(columnOf)).size < platforms.length,
    }
  })
}

/**
 * The worst that a row says in each column; null where it says nothing. A column of several platforms is not affected
 * only where the row says so of each of them.
 */
export function cellsOf<T extends PlatformRating>(
  ratings: readonly T[],
  columns: readonly PlatformColumn[],
): (T | null)[] {
  const byPlatform = new Map(worstOfEach(ratings).map((rated) => [rated.platform, rated]))
  return columns.map(({ platforms }) => {
    const rated = platforms.flatMap((id) => byPlatform.get(id) ?? [])
    const [first, ...others] = rated
    if (first === undefined) return null
    const worst = others.reduce(worseOf, first)
    return isAffected(worst.rating) || rated.length === platforms.length ? worst : null
  })
}
