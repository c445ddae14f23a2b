/** The rows of the matrix, whatever they are rows of: read by position, so that thousands make no objects. */
import type { PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { isAffected, ratings as worstFirst } from '../bulletin/severity.ts'
import type { PlatformRating } from '../../contract/summary-fields.ts'
import { worseOf, worstOfEach, type RatingLists } from './ratings.ts'

/** `parts`: in which rows of `lists` the ratings of a row are. */
export type RatedRows = { count: number; lists: RatingLists; parts: (row: number) => readonly number[] }

/** Visits each platform that a row affects, with the rank of its rating (0 is worst); a platform may come several times. */
export function eachAffected(
  { count, lists: { starts, items }, parts }: RatedRows,
  visit: (slot: number, row: number, rank: number) => void,
  rows: ArrayLike<number> | null = null,
): void {
  const { platform, rating } = items.columns
  const ranks = rating.values.map((value) => (isAffected(value) ? worstFirst.indexOf(value) : -1))
  const length = rows?.length ?? count
  // Of ten thousand rows, with each key: nothing is made in here.
  for (let position = 0; position < length; position++) {
    const row = rows === null ? position : (rows[position] ?? 0)
    for (const part of parts(row)) {
      const end = starts[part + 1] ?? 0
      for (let item = starts[part] ?? 0; item < end; item++) {
        const rank = ranks[rating.at === null ? item : (rating.at[item] ?? -1)] ?? -1
        if (rank >= 0) visit(platform.at === null ? item : (platform.at[item] ?? -1), row, rank)
      }
    }
  }
}

/** What is told of a key by the rows that touch it: how many, how many of those are not folded, and the latest day. */
export type Touched = { platforms: Set<PlatformId>; rows: number; plain: number; latest: string }

type Asked = {
  /** Under which keys a platform is counted. */
  keysOf: (platform: PlatformId) => readonly string[]
  isPlain: (row: number) => boolean
  dayOf: (row: number) => string
}

/** By key, what the rows touch; each row counts once. */
export function touchedBy(source: RatedRows, { keysOf, isPlain, dayOf }: Asked): Map<string, Touched> {
  const ids = source.lists.items.columns.platform.values
  const found = new Map<string, Touched & { last: number }>()
  const toldOf = (id: PlatformId) =>
    keysOf(id).map((key) => {
      const told = found.get(key) ?? { platforms: new Set(), rows: 0, plain: 0, latest: '', last: -1 }
      found.set(key, told)
      told.platforms.add(id)
      return told
    })
  const toldAt: (ReturnType<typeof toldOf> | undefined)[] = []
  eachAffected(source, (slot, row) => {
    const id = ids[slot]
    if (id === undefined) return
    for (const told of (toldAt[slot] ??= toldOf(id))) {
      if (told.last === row) continue
      told.last = row
      told.rows++
      if (isPlain(row)) told.plain++
      if (dayOf(row) > told.latest) told.latest = dayOf(row)
    }
  })
  return found
}

/** The columns in which a platform counts. */
export type ColumnsOf = (platform: PlatformId) => readonly number[]

export function columnsOf(columns: readonly { platforms: readonly PlatformId[] }[]): ColumnsOf {
  const byPlatform = new Map<PlatformId, number[]>()
  for (const [column, { platforms }] of columns.entries())
    for (const id of platforms) byPlatform.set(id, [...(byPlatform.get(id) ?? []), column])
  return (platform) => byPlatform.get(platform) ?? nowhere
}

const nowhere: readonly number[] = []

/** Visits each column that a row affects, with the rank of the rating there (0 is worst); a column may come several times. */
export function eachTouched(
  source: RatedRows,
  of: ColumnsOf,
  visit: (column: number, row: number, rank: number) => void,
  rows?: ArrayLike<number>,
): void {
  const at = source.lists.items.columns.platform.values.map(of)
  eachAffected(
    source,
    (slot, row, rank) => {
      for (const column of at[slot] ?? nowhere) visit(column, row, rank)
    },
    rows,
  )
}

/** Greater than any column. */
const beyond = 2 ** 31 - 1

/** Of each row the first column that it affects; behind all columns where it affects none. */
export function firstColumns(source: RatedRows, of: ColumnsOf): Int32Array {
  const first = new Int32Array(source.count).fill(beyond)
  eachTouched(source, of, (column, row) => {
    if (column < (first[row] ?? 0)) first[row] = column
  })
  return first
}

/** The worst that several rows say in each column; null where they affect nothing there. */
export function worstIn(source: RatedRows, rows: readonly number[], of: ColumnsOf, columns: number): (Rating | null)[] {
  const worst = new Int32Array(columns).fill(worstFirst.length)
  eachTouched(
    source,
    of,
    (column, _, rank) => {
      worst[column] = Math.min(worst[column] ?? rank, rank)
    },
    rows,
  )
  return Array.from(worst, (rank) => worstFirst[rank] ?? null)
}

/** In each column the rows for which a fix is offered there, of those that count; in their order, or that of `rows`. */
export function fixedIn(
  source: RatedRows,
  of: ColumnsOf,
  columns: number,
  counts: (row: number, column: number) => boolean,
  rows?: ArrayLike<number>,
): number[][] {
  const found = Array.from({ length: columns }, () => new Set<number>())
  const noFix = worstFirst.indexOf('no-fix')
  eachTouched(
    source,
    of,
    (column, row, rank) => {
      if (rank < noFix && counts(row, column)) found[column]?.add(row)
    },
    rows,
  )
  return found.map((each) => [...each])
}

/**
 * The worst that a row says in each column; null where it says nothing. A column of several platforms is not affected
 * only where the row says so of each of them.
 */
export function cellsOf<T extends PlatformRating>(
  ratings: readonly T[],
  columns: readonly { platforms: readonly PlatformId[] }[],
  of: ColumnsOf,
): (T | null)[] {
  const cells: { worst: T; rated: number }[] = []
  for (const rated of worstOfEach(ratings))
    for (const column of of(rated.platform)) {
      const cell = cells[column]
      cells[column] = cell ? { worst: worseOf(cell.worst, rated), rated: cell.rated + 1 } : { worst: rated, rated: 1 }
    }
  return columns.map(({ platforms }, at) => {
    const cell = cells[at]
    if (cell === undefined) return null
    return isAffected(cell.worst.rating) || cell.rated === platforms.length ? cell.worst : null
  })
}
