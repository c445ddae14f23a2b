/** How often something may be tried. Each server counts for itself. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Seconds to wait; null where nothing is in the way. `giveBack` undoes a try that was not looked at. */
export type Limit = ((key: string) => Promise<number | null>) & { giveBack: (key: string) => Promise<void> }

function limit(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  const use = async (key: string) => {
    try {
      await limiter.consume(key)
      return null
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw refused
    }
  }
  return Object.assign(use, {
    async giveBack(key: string) {
      await limiter.reward(key)
    },
  })
}

export type RateLimits = {
  signInByName: Limit
  signInByAddress: Limit
  openIdByAddress: Limit
  callbackByAddress: Limit
  /** Of secrets of private addresses that are none. */
  privateFeed: Limit
  write: Limit
  /** Of what a person has sent to mail addresses that have not asked for it: by the person, and by the address. */
  mailByPerson: Limit
  mailToAddress: Limit
  /** Of links of notices that are followed without signing in. */
  linkByAddress: Limit
  /** Of lines in the log that anybody can cause: for each that is the same, and for all. */
  sameNotice: Limit
  notices: Limit
}

const quarterOfAnHour = 15 * 60
const day = 24 * 60 * 60

/**
 * In a quarter of an hour: ten tries for a name from one address, and from there a hundred for all names, or to the
 * provider, or back, or by links of notices, and thirty wrong ones of private addresses; one line in the log for what is
 * the same, and five hundred for all. Ten writes a second. In a day: thirty links to confirm an address or tests of a
 * person, and five to one address.
 */
export const defaultRateLimits = (): RateLimits => ({
  signInByName: limit(10, quarterOfAnHour),
  signInByAddress: limit(100, quarterOfAnHour),
  openIdByAddress: limit(100, quarterOfAnHour),
  callbackByAddress: limit(100, quarterOfAnHour),
  privateFeed: limit(30, quarterOfAnHour),
  write: limit(600, 60),
  mailByPerson: limit(30, day),
  mailToAddress: limit(5, day),
  linkByAddress: limit(100, quarterOfAnHour),
  sameNotice: limit(1, quarterOfAnHour),
  notices: limit(500, quarterOfAnHour),
})
