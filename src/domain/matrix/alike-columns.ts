/** The platforms of a bulletin as few columns: those that are rated alike in every row share one. */
import type { VulnerabilityRating } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isAffected, ratings as worstFirst } from '../bulletin/severity.ts'
import { familyOf, isWithin } from '../platforms/platforms.ts'

/** Platforms of which every row says the same. `isMine`: whether machines of the fleet are or may be among them. */
export type AlikeColumn = { platforms: PlatformId[]; isMine: boolean }

/** The columns that are shown, and those that share a last one. */
export type AlikeColumns = { shown: AlikeColumn[]; rest: AlikeColumn[] }

type Row = { ratings: readonly VulnerabilityRating[] }

/**
 * A number for each platform that two have in common only where every row says the same of both. Row by row those of which
 * something else is said than of the others of their number get one of their own: what a row does not name costs nothing.
 */
function groupsOf(rows: readonly Row[], platforms: readonly PlatformId[]): Map<PlatformId, number> {
  const groups = new Map(platforms.map((id) => [id, 0]))
  const sizes = [groups.size]
  for (const { ratings } of rows) {
    const alike = new Map<string, Set<PlatformId>>()
    const seen = new Set<PlatformId>()
    for (const { platform, rating, status = '', reason = '' } of ratings) {
      if (seen.has(platform)) continue
      seen.add(platform)
      const key = `${groups.get(platform)} ${rating} ${status} ${reason}`
      const members = alike.get(key) ?? new Set()
      alike.set(key, members.add(platform))
    }
    for (const members of alike.values()) {
      const [first = ''] = members
      const group = groups.get(first) ?? 0
      if (members.size === sizes[group]) continue
      sizes[group] = (sizes[group] ?? 0) - members.size
      for (const platform of members) groups.set(platform, sizes.length)
      sizes.push(members.size)
    }
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
  for (const { ratings } of rows)
    for (const { platform, rating } of ratings) {
      const column = columnOf.get(platform)
      if (column !== undefined && isAffected(rating)) said.set(column, (said.get(column) ?? 0) + 1)
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
export const saidOfColumn = ({ ratings }: Row, { platforms: [first] }: AlikeColumn): VulnerabilityRating | undefined =>
  ratings.find(({ platform }) => platform === first)

/** The worst that a row says of any of these columns; undefined where it says nothing of them. */
export function worstOfColumns(row: Row, columns: readonly AlikeColumn[]): VulnerabilityRating | undefined {
  const firsts = new Set(columns.map(({ platforms: [first] }) => first))
  const rank = ({ rating }: VulnerabilityRating) => worstFirst.indexOf(rating)
  return row.ratings.filter(({ platform }) => firsts.has(platform)).toSorted((a, b) => rank(a) - rank(b))[0]
}
