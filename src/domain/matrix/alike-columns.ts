/** The platforms of a bulletin as few columns: those that are rated alike in every row share one. */
import type { RatedPlatforms } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { platformListsIn } from '../bulletin/ratings.ts'
import { isAffected, ratings as worstFirst } from '../bulletin/severity.ts'
import { familyOf, isWithin } from '../platforms/platforms.ts'

/** Platforms of which every row says the same. `isMine`: whether machines of the fleet are or may be among them. */
export type AlikeColumn = { platforms: PlatformId[]; isMine: boolean }

/** The columns that are shown, and those that share a last one. */
export type AlikeColumns = { shown: AlikeColumn[]; rest: AlikeColumn[] }

type Row = { ratings: readonly RatedPlatforms[] }

/**
 * A number for each platform that two have in common only where every row says the same of both. List by list of platforms
 * that are rated alike, those in it get a number of their own: what rows do not name, and what they repeat, costs nothing.
 */
function groupsOf(rows: readonly Row[], platforms: readonly PlatformId[]): Map<PlatformId, number> {
  const groups = new Map(platforms.map((id) => [id, 0]))
  const sizes = [groups.size]
  for (const list of platformListsIn(rows))
    for (const [group, members] of Map.groupBy(new Set(list), (id) => groups.get(id) ?? 0)) {
      if (members.length === sizes[group]) continue
      sizes[group] = (sizes[group] ?? 0) - members.length
      for (const platform of members) groups.set(platform, sizes.length)
      sizes.push(members.length)
    }
  return groups
}

const merged = (
  platforms: readonly PlatformId[],
  isMine: (id: PlatformId) => boolean,
  keyOf: (id: PlatformId) => unknown,
): AlikeColumn[] =>
  [true, false].flatMap((areMine) =>
    Array.from(
      Map.groupBy(
        platforms.filter((id) => isMine(id) === areMine),
        keyOf,
      ),
      ([, members]) => ({ platforms: members, isMine: areMine }),
    ),
  )

/** The columns that say most: of the fleet before others, then by how many rows have something for them. */
function mostTelling(rows: readonly Row[], columns: readonly AlikeColumn[], count: number): ReadonlySet<AlikeColumn> {
  const columnOf = new Map(columns.map((column) => [column.platforms[0], column]))
  const said = new Map<AlikeColumn, number>()
  const times = new Map<readonly PlatformId[], number>()
  for (const { platforms, rating } of rows.flatMap(({ ratings }) => ratings))
    if (isAffected(rating)) times.set(platforms, (times.get(platforms) ?? 0) + 1)
  for (const [platforms, count] of times)
    for (const platform of platforms) {
      const column = columnOf.get(platform)
      if (column !== undefined) said.set(column, (said.get(column) ?? 0) + count)
    }
  const byWeight = columns.toSorted(
    (a, b) => Number(b.isMine) - Number(a.isMine) || (said.get(b) ?? 0) - (said.get(a) ?? 0),
  )
  return new Set(byWeight.slice(0, count))
}

/**
 * The columns for these platforms, in their order, those of the fleet first. Those that are rated alike share one: within
 * their families or, where these would be too many or say the same twice as often, across them. Platforms of the fleet
 * and others never do. Where there are more than `atMost`, the last place is for all that say less.
 *
 * @param platforms in the order of the tree
 */
export function alikeColumns(
  rows: readonly Row[],
  platforms: readonly PlatformId[],
  fleet: readonly PlatformId[],
  atMost: number,
): AlikeColumns {
  const groups = groupsOf(rows, platforms)
  const mine = new Set(platforms.filter((id) => fleet.some((own) => isWithin(id, own) || isWithin(own, id))))
  const isMine = (id: PlatformId) => mine.has(id)
  const byFamily = merged(platforms, isMine, (id) => `${familyOf(id)} ${groups.get(id)}`)
  const across = merged(platforms, isMine, (id) => groups.get(id))
  const columns = byFamily.length <= atMost && byFamily.length < 2 * across.length ? byFamily : across
  if (columns.length <= atMost) return { shown: columns, rest: [] }
  const shown = mostTelling(rows, columns, atMost - 1)
  return {
    shown: columns.filter((column) => shown.has(column)),
    rest: columns.filter((column) => !shown.has(column)),
  }
}

/** What a row says of a column: the same of all its platforms; undefined where it says nothing. */
export const saidOfColumn = ({ ratings }: Row, { platforms: [first = ''] }: AlikeColumn): RatedPlatforms | undefined =>
  ratings.find(({ platforms }) => platforms.includes(first))

/** The worst that a row says of any of these columns; undefined where it says nothing of them. */
export function worstOfColumns(row: Row, columns: readonly AlikeColumn[]): RatedPlatforms | undefined {
  const firsts = new Set(columns.map(({ platforms: [first] }) => first))
  const rank = ({ rating }: RatedPlatforms) => worstFirst.indexOf(rating)
  return row.ratings
    .filter(({ platforms }) => platforms.some((id) => firsts.has(id)))
    .toSorted((a, b) => rank(a) - rank(b))[0]
}
