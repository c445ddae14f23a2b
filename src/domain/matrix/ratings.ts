/** Reading ratings by platform out of a column of rating lists: of bulletins and of vulnerabilities alike. */
import type { PlatformRating } from '../../contract/summary-fields.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { ratings as worstFirst } from '../bulletin/severity.ts'
import type { ListColumn } from '../table/open.ts'

export type RatingLists = ListColumn<PlatformRating>

/** The worse of two ratings. */
export const worse = (a: Rating, b: Rating): Rating => (worstFirst.indexOf(b) < worstFirst.indexOf(a) ? b : a)

/** The one of two that is rated worse; the first, where both are rated alike. */
export const worseOf = <T extends { rating: Rating }>(a: T, b: T): T => (worse(a.rating, b.rating) === a.rating ? a : b)

/** Of several ratings of a platform the worst, of the same ones the first. */
export function worstOfEach<T extends PlatformRating>(given: Iterable<T>): T[] {
  const worst = new Map<PlatformId, T>()
  for (const each of given) {
    const known = worst.get(each.platform)
    worst.set(each.platform, known === undefined ? each : worseOf(known, each))
  }
  return [...worst.values()]
}

/**
 * What several rows say as one, each list once: of very many vulnerabilities most are rated like others.
 *
 * @param groups the rows that speak as one
 * @returns the lists, and of each group which of them is its own
 */
export function sharedLists(given: RatingLists, groups: readonly (readonly number[])[]) {
  const { platform, rating } = given.items.columns
  const known = new Map<string, number>()
  const starts = [0]
  const platforms: number[] = []
  const ratings: number[] = []
  const listOf = Uint32Array.from(groups, (rows) => {
    const said: number[] = []
    eachRating(given, rows, (at, rated) => said.push(at, rated))
    const key = said.join(' ')
    const list = known.get(key)
    if (list !== undefined) return list
    for (let item = 0; item < said.length; item += 2) {
      platforms.push(said[item] ?? -1)
      ratings.push(said[item + 1] ?? -1)
    }
    starts.push(platforms.length)
    known.set(key, known.size)
    return known.size - 1
  })
  const columns = {
    platform: { values: platform.values, at: Int32Array.from(platforms) },
    rating: { values: rating.values, at: Int32Array.from(ratings) },
  }
  const lists: RatingLists = { starts: Uint32Array.from(starts), items: { rows: platforms.length, columns } }
  return { lists, listOf }
}

/**
 * What each rating list says, item by item, with positions among the values of a column in place of values, so that no
 * object is made. Values may be there more than once: a column without a dictionary has one for each item.
 */
export function eachRating(
  { starts, items }: RatingLists,
  rows: Iterable<number>,
  visit: (platform: number, rating: number, row: number) => void,
): void {
  const { platform, rating } = items.columns
  for (const row of rows) {
    for (let item = starts[row] ?? 0; item < (starts[row + 1] ?? 0); item++) {
      visit(
        platform.at === null ? item : (platform.at[item] ?? -1),
        rating.at === null ? item : (rating.at[item] ?? -1),
        row,
      )
    }
  }
}
