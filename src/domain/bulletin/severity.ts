import type { Rating, Severity } from '../../contract/words.ts'
import { severities } from '../../contract/vocabulary.ts'

/** Worst first; the order in which ratings compare. */
export const ratings = [...severities, 'unrated', 'no-fix', 'none'] as const satisfies readonly Rating[]

/** Worst of the given ratings: 1 … 4, then `unrated`, `no-fix` and `none`; `none` for an empty list. */
export const worstRating = (given: readonly Rating[]): Rating =>
  ratings.find((rating) => given.includes(rating)) ?? 'none'

/** Worst severity among the given ratings, or null when none of them is a severity (`no-fix` is not). */
export const worstSeverity = (given: readonly Rating[]): Severity | null =>
  severities.find((severity) => given.includes(severity)) ?? null

/** Whether a platform with this rating is touched at all; `no-fix` is. */
export const isAffected = (rating: Rating): boolean => rating !== 'none'
