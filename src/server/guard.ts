/** Keeps out requests that a page of somebody else's makes in a reader's browser. */
import type { MiddlewareHandler } from 'hono'
import type { Problem } from '../contract/problem.ts'
import type { AppEnv } from './access/principal.ts'
import { isLoopback } from './access/loopback.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Nothing is kept on the way to others: most of it is for those who have signed in. What says nothing is not kept at all. */
export const keepPrivate: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  c.header('cache-control', `private, ${c.res.headers.get('cache-control') ?? 'no-store'}`)
}

/** The host of an origin; null where it is none, as `null` is. */
const hostOf = (origin: string): string | null => URL.parse(origin)?.host ?? null

/**
 * Refuses writes that come from another site. What is no browser says nothing of sites, and is let through unless it
 * comes by a session, which browsers have only. `origin`: where people reach this server, if that is told.
 */
export const refuseForeignWrites =
  (origin: string | null): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (harmless.has(c.req.method)) return next()
    const [site, from] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
    const isOurs = from !== undefined && (from === origin || hostOf(from) === c.req.header('host'))
    const isForeign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (from !== undefined && !isOurs) ||
      (from === undefined && site === undefined && c.get('principal')?.by === 'session')
    if (!isForeign) return next()
    return c.json(
      { code: 'forbidden', message: 'writes are taken from the pages of this server only' } satisfies Problem,
      403,
    )
  }

/** What proxies add to a request that they pass on. */
const marksOfProxies = ['forwarded', 'via', 'x-real-ip', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']

/**
 * Answers to the names of this machine only, and to nobody whom a proxy brings: where nobody signs in, a page that makes
 * its own name lead here (DNS rebinding), or a proxy that was set up by mistake, must not reach anything. A proxy that
 * hides both is out of sight: PUBLIC_URL tells of it.
 */
export const refuseForeignHosts: MiddlewareHandler<AppEnv> = async (c, next) => {
  const host = c.req.header('host')
  const proxy = marksOfProxies.find((mark) => c.req.header(mark) !== undefined)
  const isHere = host === undefined || isLoopback(URL.parse(`http://${host}`)?.hostname ?? '')
  if (isHere && proxy === undefined) return next()
  const how = proxy === undefined ? `as ${host}` : `through a proxy (${proxy})`
  const message = `without signing in, this server answers on its own machine only, not ${how}; set PUBLIC_URL to let others in`
  return c.json({ code: 'forbidden', message } satisfies Problem, 421)
}
