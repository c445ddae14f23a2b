/** The rows of the matrix, whatever they are rows of: read by position, so that thousands make no objects, and those that affect the same once. */
import type { PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { isAffected, ratings as worstFirst } from '../bulletin/severity.ts'
import type { PlatformRating } from '../../contract/summary-fields.ts'
import { everyRow } from '../filter/bits.ts'
import { oncePer } from '../table/once.ts'
import { eachRating, worseOf, worstOfEach, type RatingLists } from './ratings.ts'

/** `listOf`: of each row which of the lists is its own; rows that have one in common affect the same. */
export type RatedRows = { lists: RatingLists; listOf: Uint32Array }

/** The platforms that lists affect, list by list, with the rank of each rating (0 is worst): read once, and not with each filter. */
const affectedIn = oncePer((lists: RatingLists) => {
  const rankOf = lists.items.columns.rating.values.map((value) => (isAffected(value) ? worstFirst.indexOf(value) : -1))
  const slots: number[] = []
  const ranks: number[] = []
  const starts = lists.starts.map((_, list) => {
    const start = slots.length
    eachRating(lists, [list], (slot, rated) => {
      const rank = rankOf[rated] ?? -1
      if (rank >= 0) ranks[slots.push(slot) - 1] = rank
    })
    return start
  })
  return { starts, slots: Uint32Array.from(slots), ranks: Uint8Array.from(ranks) }
})

/** Visits each platform that lists affect, with the rank of its rating (0 is worst); a platform may come several times. */
export function eachAffected(
  lists: RatingLists,
  visit: (slot: number, list: number, rank: number) => void,
  which: Iterable<number> = everyRow(lists.starts.length - 1),
): void {
  const { starts, slots, ranks } = affectedIn(lists)
  for (const list of which)
    for (let item = starts[list] ?? 0; item < (starts[list + 1] ?? 0); item++)
      visit(slots[item] ?? -1, list, ranks[item] ?? -1)
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
export function touchedBy({ lists, listOf }: RatedRows, { keysOf, isPlain, dayOf }: Asked): Map<string, Touched> {
  const { length } = lists.starts
  const rows = new Uint32Array(length)
  const plain = new Uint32Array(length)
  const latest = Array.from(rows, () => '')
  for (let row = 0; row < listOf.length; row++) {
    const list = listOf[row] ?? 0
    rows[list] = (rows[list] ?? 0) + 1
    if (isPlain(row)) plain[list] = (plain[list] ?? 0) + 1
    const day = dayOf(row)
    if (day > (latest[list] ?? '')) latest[list] = day
  }
  const found = new Map<string, Touched & { last: number }>()
  const toldOf = (id: PlatformId) =>
    keysOf(id).map((key) => {
      const told = found.get(key) ?? { platforms: new Set(), rows: 0, plain: 0, latest: '', last: -1 }
      found.set(key, told)
      told.platforms.add(id)
      return told
    })
  const ids = lists.items.columns.platform.values
  const toldAt: (ReturnType<typeof toldOf> | undefined)[] = []
  eachAffected(lists, (slot, list) => {
    const id = ids[slot]
    if (rows[list] === 0 || id === undefined) return
    for (const told of (toldAt[slot] ??= toldOf(id))) {
      if (told.last === list) continue
      told.last = list
      told.rows += rows[list] ?? 0
      told.plain += plain[list] ?? 0
      const day = latest[list] ?? ''
      if (day > told.latest) told.latest = day
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

/** Visits each column that lists affect, with the rank of the rating there (0 is worst); a column may come several times. */
function eachTouched(
  lists: RatingLists,
  of: ColumnsOf,
  visit: (column: number, list: number, rank: number) => void,
  which?: Iterable<number>,
): void {
  const at = lists.items.columns.platform.values.map(of)
  eachAffected(
    lists,
    (slot, list, rank) => {
      for (const column of at[slot] ?? nowhere) visit(column, list, rank)
    },
    which,
  )
}

/** The first column that a row affects; behind all columns where it affects none. */
export function firstColumns({ lists, listOf }: RatedRows, of: ColumnsOf, columns: number): (row: number) => number {
  const first = new Int32Array(lists.starts.length - 1).fill(columns)
  eachTouched(lists, of, (column, list) => {
    if (column < (first[list] ?? 0)) first[list] = column
  })
  return (row) => first[listOf[row] ?? -1] ?? columns
}

/** The worst that several rows say in each column; null where they affect nothing there. */
export function worstIn(
  { lists, listOf }: RatedRows,
  rows: readonly number[],
  of: ColumnsOf,
  columns: number,
): (Rating | null)[] {
  const worst = new Int32Array(columns).fill(worstFirst.length)
  eachTouched(
    lists,
    of,
    (column, _, rank) => {
      worst[column] = Math.min(worst[column] ?? rank, rank)
    },
    new Set(rows.map((row) => listOf[row] ?? -1)),
  )
  return Array.from(worst, (rank) => worstFirst[rank] ?? null)
}

/** In each column those of some lists by which a fix is offered there, in their order. */
export function fixedIn(lists: RatingLists, which: Iterable<number>, of: ColumnsOf, columns: number): number[][] {
  const found = Array.from({ length: columns }, (): number[] => [])
  const noFix = worstFirst.indexOf('no-fix')
  eachTouched(
    lists,
    of,
    (column, list, rank) => {
      const fixed = found[column]
      if (rank < noFix && fixed?.at(-1) !== list) fixed?.push(list)
    },
    which,
  )
  return found
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
