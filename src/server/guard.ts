/** Keeps out requests that a page of somebody else's makes in a reader's browser. */
import type { MiddlewareHandler } from 'hono'
import type { Problem } from '../contract/problem.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The host of an origin; null where it is none, as `null` is. */
const hostOf = (origin: string): string | null => URL.parse(origin)?.host ?? null

/** Refuses writes that come from another site; what is no browser says nothing of sites. */
export const refuseForeignWrites: MiddlewareHandler = async (c, next) => {
  if (harmless.has(c.req.method)) return next()
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
  const isForeign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && hostOf(origin) !== c.req.header('host'))
  if (!isForeign) return next()
  return c.json(
    { code: 'forbidden', message: 'writes are taken from the pages of this server only' } satisfies Problem,
    403,
  )
}
