/** The short name of a column of several platforms. */
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { countedAs, familyOf, shortName } from '../platforms/platforms.ts'

/** `parts`: its versions, with their variants where not all of these are in the column. `families`: how many more there are. */
export type ColumnHead = { name: string; parts: string[]; families: number }

/** The version of a platform, or null where it is the only one there can be: `RTM` tells nobody anything. */
const versionOf = ({ version }: Platform): string | null => (version === 'RTM' || version === '*' ? null : version)

/**
 * The name of a column: of its first family, with the versions of it.
 *
 * @param column the platforms of the column
 * @param all those of all columns: where a column has every variant of a version, the version is enough
 * @param tree the platforms as they are named
 */
export function columnHead(
  column: readonly PlatformId[],
  all: readonly PlatformId[],
  tree: ReadonlyMap<PlatformId, Platform>,
): ColumnHead {
  const families = Map.groupBy(column, familyOf)
  const [[family = '', members = []] = []] = families
  const [first = ''] = members
  const inColumn = new Set(members)
  const versions = Map.groupBy(members, countedAs)
  const parts = [...versions].flatMap(([version, ids]): string[] => {
    const isWhole = all.filter((id) => countedAs(id) === version).every((id) => inColumn.has(id))
    const named = ids.flatMap((id) => tree.get(id) ?? [])
    const [one] = named
    if (one === undefined) return []
    const short = versionOf(one)
    if (isWhole) return short === null ? [] : [short]
    return named.map((each) => shortName({ version: short, variant: each.variant }) ?? '').filter((name) => name !== '')
  })
  return {
    name: tree.get(first)?.family ?? tree.get(family)?.family ?? family,
    parts: [...new Set(parts)],
    families: families.size - 1,
  }
}
