/** Where a request comes from. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import ipaddr from 'ipaddr.js'
import type { AppEnv } from './principal.ts'

/** Of IPv6, the part that a network gives to one customer, who chooses the rest at will. */
const networkBits = 64

/** An entry of `X-Forwarded-For`: some proxies add the port, and with it brackets. */
const withoutPort = (entry: string) => entry.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')

/** An address as limits count it; null for what is none. */
function counted(entry: string): string | null {
  const address = withoutPort(entry.trim())
  if (!ipaddr.isValid(address)) return null
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/${networkBits}`).toString()
}

/** The other end of the connection; unknown where there is no network, as in a test. */
function otherEnd(c: Context): string {
  try {
    return counted(getConnInfo(c).remote.address ?? '') ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** Finds out once where a request comes from. */
export const locate =
  (proxies: number): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    c.set('address', addressOf(c, proxies))
    return next()
  }

/**
 * The address that a request comes from, of IPv6 its network. Each proxy appends to `X-Forwarded-For` whom it was asked
 * by, so that only the last `proxies` entries are not what the asker made up.
 *
 * `proxies`: how many of our own are in front; 0 where there is none, and nothing that the request says counts
 */
function addressOf(c: Context, proxies: number): string {
  if (proxies === 0) return otherEnd(c)
  return counted((c.req.header('x-forwarded-for') ?? '').split(',').at(-proxies) ?? '') ?? otherEnd(c)
}
