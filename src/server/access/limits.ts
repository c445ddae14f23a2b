/** How often something may be tried. Each server counts for itself. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Seconds to wait; null where nothing stands in the way. */
export type Limit = (key: string) => Promise<number | null>

function limit(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return async (key) => {
    try {
      await limiter.consume(key)
      return null
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw refused
    }
  }
}

export type Limits = { signInByName: Limit; signInByAddress: Limit; openIdByAddress: Limit; write: Limit }

/** Ten tries for a name from one address and a hundred for all names, or at the provider, from there in a quarter of an hour; ten writes a second. */
export const usualLimits = (): Limits => ({
  signInByName: limit(10, 15 * 60),
  signInByAddress: limit(100, 15 * 60),
  openIdByAddress: limit(100, 15 * 60),
  write: limit(600, 60),
})
