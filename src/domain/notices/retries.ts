/** When a notice that did not arrive is tried again. */

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Waits between attempts, in milliseconds (the schedule of Standard Webhooks 1.0.0); then once more, when its time is over. */
const waits = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour]

/** Of a wait so much is left to chance, so that not all come back at once. */
const jitter = 0.2

/** What has failed: `failures` attempts with this one. `retryAfter`: for how many seconds the receiver wants to be left alone. */
type Failure = { at: string; failures: number; retryAfter?: number | undefined }

/**
 * The next attempt, ISO 8601; null where it is given up, since its time, `until`, is over. `chance` is from 0 to 1.
 */
export function nextAttempt({ at, failures, retryAfter = 0 }: Failure, until: string, chance: number): string | null {
  const [now, last] = [Date.parse(at), Date.parse(until)]
  if (now >= last) return null
  const wait = waits[failures - 1]
  if (wait === undefined) return until
  const spread = wait * (1 + jitter * (chance - 0.5))
  return new Date(Math.min(last, now + Math.max(spread, retryAfter * second))).toISOString()
}
