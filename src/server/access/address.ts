/** Where a request comes from. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The other end of the connection; unknown where there is no network, as in a test. */
function otherEnd(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/**
 * The address that a request comes from. Each proxy appends to `X-Forwarded-For` whom it was asked by, so that only the
 * last `proxies` entries are not what the asker made up.
 *
 * `proxies`: how many of our own stand in front; 0 where there is none, and nothing that the request says counts
 */
export function addressOf(c: Context, proxies: number): string {
  if (proxies === 0) return otherEnd(c)
  const passed = (c.req.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim())
  return passed.at(-proxies) || otherEnd(c)
}
