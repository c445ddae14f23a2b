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
