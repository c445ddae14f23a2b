/** What anybody can cause without having come in is written down once for many times: a log that they can fill is none. */
import type { Context } from 'hono'
import type { Store } from '../store/store.ts'
import type { NotedAccess } from '../store/access.ts'
import type { AppEnv } from './principal.ts'
import type { RateLimits } from './limits.ts'

/** Writes down what came from an address, unless the same is in the log of the last quarter of an hour; tells whether it did. */
export type AuditOnce = (c: Context<AppEnv>, eventFrom: (address: string) => NotedAccess) => Promise<boolean>

type Deps = { store: Store; limits: Pick<RateLimits, 'sameNotice' | 'notices'> }

export function noticesOf({ store, limits }: Deps): AuditOnce {
  return async (c, eventFrom) => {
    const event = eventFrom(c.get('address'))
    if ((await limits.sameNotice(JSON.stringify(event))) !== null || (await limits.notices('')) !== null) return false
    await store.access.note(event)
    return true
  }
}
