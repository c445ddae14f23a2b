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
 * A number for each platform that two have in common only where every row says the same of both. It is refined row by
 * row: a document may have hundreds of rows and more than a thousand platforms.
 */
function groupsOf(rows: readonly Row[], platforms: readonly PlatformId[]): Map<PlatformId, number> {
  const groups = new Map(platforms.map((id) => [id, 0]))
  for (const { ratings } of rows) {
    const said = new Map<PlatformId, string>()
    for (const { platform, rating, status = '', reason = '' } of ratings)
      if (!said.has(platform)) said.set(platform, `${rating} ${status} ${reason}`)
    const numbers = new Map<string, number>()
    for (const [platform, group] of groups) {
      const key = `${group} ${said.get(platform) ?? ''}`
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      groups.set(platform, number)
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
