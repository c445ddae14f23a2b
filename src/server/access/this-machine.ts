/** Whether a request comes from the machine of the server itself: what tools beside it may ask without a token. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { isProxied } from '../http/guard.ts'
import type { Authenticate } from './identify.ts'
import { isLoopback } from './loopback.ts'
import type { AppEnv } from './principal.ts'

type Reached = {
  /** On which address it listens: from all others, forwarded ports of containers may come as this machine. */
  host: string
  /** Where people reach this server (`PUBLIC_URL`); null where nothing says so. */
  origin: string | null
  /** How many proxies are in front. */
  proxies: number
}

function isFromHere(c: Context<AppEnv>): boolean {
  try {
    return isLoopback((getConnInfo(c).remote.address ?? '').replace(/^::ffff:/i, ''))
  } catch {
    return false
  }
}

/**
 * Whether this machine asks for itself. A proxy on it does so for others: where one may be in front, as settings or the
 * request say, nobody counts as this machine. A page that makes its own name lead here (DNS rebinding) names it as host.
 */
function isThisMachine(c: Context<AppEnv>, { host: own, origin, proxies }: Reached): boolean {
  if (!isLoopback(own) || origin !== null || proxies > 0 || isProxied(c)) return false
  const host = c.req.header('host')
  return host !== undefined && isLoopback(URL.parse(`http://${host}`)?.hostname ?? '') && isFromHere(c)
}

/** Lets this machine in without a token where the others have to show one. */
export const orThisMachine =
  (authenticate: Authenticate, reached: Reached): Authenticate =>
  async (c, isUse) =>
    c.req.header('authorization') === undefined && isThisMachine(c, reached)
      ? { name: null, role: 'viewer', by: 'this-machine' }
      : authenticate(c, isUse)
