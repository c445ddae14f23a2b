/** Who reads by a private address: nobody signs in there, so that everything hangs on its secret. */
import type { PrivateFeed } from '../../contract/private-feeds.ts'
import type { Context } from 'hono'
import type { FeedPerson } from '../store/private-feeds.ts'
import { unlessUnavailable } from '../store/engines/unavailable.ts'
import type { Store } from '../store/store.ts'
import { wayOf, type Admission } from './admission.ts'
import type { RateLimits } from './limits.ts'
import type { AppEnv, Principal } from './principal.ts'
import { hashOf } from './secrets.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** A provider tells a role only when its person signs in: who has not done so for as many days is taken to have left. */
const providerDays = 90

/** Addresses of which it is remembered that they are right. */
const maxKnown = 10_000

export type PrivateReader = { feed: PrivateFeed; principal: Principal }

type Deps = { store: Store; admission: Admission; limits: Pick<RateLimits, 'privateFeed'>; now: () => Date }

/** Who a person may be taken for now; null where they may read nothing any more. */
function principalOf(person: FeedPerson, now: number): Principal | null {
  const { name, role, hasPassword, lastSignInAt } = person
  const hasLeft = !hasPassword && (lastSignInAt === null || now - Date.parse(lastSignInAt) > providerDays * day)
  return role === null || hasLeft ? null : { name, role, by: 'session' }
}

/** Finds the reader of a secret: null where it gives nothing, or the seconds to wait for who has tried too many. */
export function privateReadersOf({ store: { privateFeeds }, admission, limits, now }: Deps) {
  const way = wayOf(admission)
  /** Hashes of right secrets: their readers do not wait for others who come from the same address. */
  const known = new Set<string>()

  async function find(hash: string): Promise<PrivateReader | null> {
    const found = await privateFeeds.find(hash, way)
    if (found === null) return null
    const { feed, person } = found
    if (admission.signIn === 'single-user')
      return { feed, principal: { name: admission.user, role: 'admin', by: 'single-user' } }
    const principal = person === null ? null : principalOf(person, now().getTime())
    return principal === null ? null : { feed, principal }
  }

  return async (c: Context<AppEnv>, secret: string): Promise<PrivateReader | null | number> => {
    const hash = hashOf(secret)
    const wait = await limits.privateFeed(c.get('address'))
    if (wait !== null && !known.has(hash)) return wait
    const reader = await find(hash)
    if (reader === null) {
      known.delete(hash)
      return null
    }
    if (wait === null) await limits.privateFeed.giveBack(c.get('address'))
    if (known.size < maxKnown) known.add(hash)
    const { id, lastUsedAt } = reader.feed
    if (lastUsedAt === null || now().getTime() - Date.parse(lastUsedAt) > minute)
      await unlessUnavailable(privateFeeds.used(id))
    return reader
  }
}
