/** When a source is looked at next. */
import type { Stopped } from './means.ts'

const minute = 60_000
const hour = 60 * minute

/** After a look that failed the next one is soon, and then less and less soon. */
const firstRetry = 5 * minute

/** No server may ask for more patience than this. */
const maxPatience = 7 * 24 * hour

const after = (moment: Date, milliseconds: number): string => new Date(moment.getTime() + milliseconds).toISOString()

type Ran = {
  everyHours: number
  /** Looks that have failed since one has not, this one included. */
  failures: number
  stopped: Stopped | null
  /** Whether it ran out of time, and brought something in. */
  isCutShort: boolean
}

/**
 * The moment of the next look, ISO 8601: an interval after one that went through; soon after one that was cut short; after
 * failures 5, 10, 20 … minutes, at most the interval, and not before the server allows it.
 */
export function nextLook(finished: Date, { everyHours, failures, stopped, isCutShort }: Ran): string {
  const interval = everyHours * hour
  if (stopped === null) return after(finished, isCutShort ? firstRetry : interval)
  const backOff = Math.min(interval, firstRetry * 2 ** Math.min(failures - 1, 20))
  const asked = Math.min((stopped.retryAfter ?? 0) * 1000, maxPatience)
  return after(finished, Math.max(backOff, asked))
}
