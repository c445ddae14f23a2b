/** When a source is looked at next. */
import type { NotFetched } from '../fetching/fetch-document.ts'

const minute = 60_000
const hour = 60 * minute

/** After a look that failed the next one is soon, and then less and less soon. */
const firstRetry = 5 * minute

/** No server may ask for more patience than this. */
const patienceAtMost = 7 * 24 * hour

const after = (moment: Date, milliseconds: number): string => new Date(moment.getTime() + milliseconds).toISOString()

/**
 * The moment of the next look, ISO 8601: an interval after one that went through; after failures 5, 10, 20 … minutes, at
 * most the interval, and not before the server allows it.
 */
export function nextLook(
  finished: Date,
  { everyHours, failures, stopped }: { everyHours: number; failures: number; stopped: NotFetched | null },
): string {
  const interval = everyHours * hour
  if (stopped === null) return after(finished, interval)
  const backOff = Math.min(interval, firstRetry * 2 ** Math.min(failures - 1, 20))
  const asked = Math.min((stopped.retryAfter ?? 0) * 1000, patienceAtMost)
  return after(finished, Math.max(backOff, asked))
}
