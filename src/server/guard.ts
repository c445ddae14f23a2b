/** Keeps out requests that a page of somebody else's makes in a reader's browser. */
import type { MiddlewareHandler } from 'hono'
import type { Problem } from '../contract/problem.ts'
import type { AppEnv } from './access/principal.ts'
import { isLoopback } from './access/loopback.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What says nothing of being kept is not kept on the way: most of it is for those who have signed in. */
export const keepPrivate: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-store')
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
      (from === undefined && site === undefined && c.get('principal')?.isSession === true)
    if (!isForeign) return next()
    return c.json(
      { code: 'forbidden', message: 'writes are taken from the pages of this server only' } satisfies Problem,
      403,
    )
  }

/**
 * Answers to the names of this machine only: where nobody signs in, a page that makes its own name lead here
 * (DNS rebinding), or a proxy that was set up by mistake, must not reach anything.
 */
export const refuseForeignHosts: MiddlewareHandler<AppEnv> = async (c, next) => {
  const host = c.req.header('host')
  if (host === undefined || isLoopback(URL.parse(`http://${host}`)?.hostname ?? '')) return next()
  const message = `without signing in, this server answers on its own machine only, not as ${host}`
  return c.json({ code: 'forbidden', message } satisfies Problem, 421)
}
