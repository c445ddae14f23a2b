/** Refuses requests that a foreign page makes in a reader's browser. */
import type { Context, MiddlewareHandler } from 'hono'
import { anyone } from '../../contract/person-name.ts'
import type { AuditOnce } from '../access/rate-limited-audit.ts'
import type { AppEnv } from '../access/principal.ts'
import { withoutSecret } from '../access/secrets.ts'
import { isLoopback } from '../access/loopback.ts'
import { sendProblem } from './problem.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Nothing is kept on the way to others: most of it is for those who have signed in. What says nothing is not kept at all. */
export const keepPrivate: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const { headers } = c.res
  headers.set('cache-control', `private, ${headers.get('cache-control') ?? 'no-store'}`)
}

/** Whether an origin is that of a page which this server gave out under a host; by which scheme is not known. */
const isHostOf = (origin: string, host: string | undefined): boolean => URL.parse(origin)?.host === host

/** Whether a foreign page could be served under this host: an address or a name without a dot is nobody's domain. */
const isDomain = (host: string): boolean => {
  const name = URL.parse(`http://${host}`)?.hostname ?? ''
  return /\.[^.\d]/.test(name) && !name.startsWith('[')
}

/** Refuses addresses with U+0000, which PostgreSQL keeps in no text. */
export const refuseNullCharacters: MiddlewareHandler<AppEnv> = async (c, next) =>
  c.req.url.includes('%00')
    ? sendProblem(c, 400, { code: 'invalid', message: 'the address has the character U+0000' })
    : next()

/**
 * Answers under no other domain than that of `origin`: a page that makes its own name lead here (DNS rebinding) has one.
 * Proxies and probes that come by address or by a name of the own network pass.
 */
export const refuseOtherDomains = (origin: string): MiddlewareHandler<AppEnv> => {
  const expected = new URL(origin).host
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase()
    if (host === undefined || host === expected || !isDomain(host)) return next()
    const message = `people reach this server at ${origin} (PUBLIC_URL), not as ${host}`
    return sendProblem(c, 421, { code: 'forbidden', message })
  }
}

/**
 * Refuses writes that come from another site. What is no browser says nothing of sites, and is let through unless it
 * comes by a session, which browsers have only. `origin`: where people reach this server, if that is told.
 */
export const refuseForeignWrites =
  (origin: string | null, notice: AuditOnce): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (harmless.has(c.req.method)) return next()
    const [site, from] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
    const isOurs = from !== undefined && (origin === null ? isHostOf(from, c.req.header('host')) : from === origin)
    const isForeign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (from !== undefined && !isOurs) ||
      (from === undefined && site === undefined && c.get('principal')?.by === 'session')
    if (!isForeign) return next()
    const who = c.get('principal')?.name ?? anyone
    await notice(c, (address) => ({
      who,
      what: 'access-refused',
      detail: { reason: 'other-site', to: `${c.req.method} ${withoutSecret(c.req.path)}`.slice(0, 200), address },
    }))
    return sendProblem(c, 403, { code: 'forbidden', message: 'writes are taken from the pages of this server only' })
  }

/** What proxies add to a request that they pass on. */
const marksOfProxies = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-server',
]

/** The mark of a proxy that has passed a request on; undefined where there is none. */
const markOfProxy = (c: Context): string | undefined => marksOfProxies.find((mark) => c.req.header(mark) !== undefined)

/** Whether a proxy has passed a request on, as far as it says so. */
export const isProxied = (c: Context): boolean => markOfProxy(c) !== undefined

/**
 * Answers to the names of this machine only, and to nobody whom a proxy brings: where nobody signs in, a page that makes
 * its own name lead here (DNS rebinding), or a proxy that was set up by mistake, must not reach anything. A proxy that
 * hides both is out of sight: PUBLIC_URL tells of it.
 */
export const refuseForeignHosts: MiddlewareHandler<AppEnv> = async (c, next) => {
  const host = c.req.header('host')
  const proxy = markOfProxy(c)
  const isHere = host === undefined || isLoopback(URL.parse(`http://${host}`)?.hostname ?? '')
  if (isHere && proxy === undefined) return next()
  const how = proxy === undefined ? `as ${host}` : `through a proxy (${proxy})`
  const message = `without signing in, this server answers on its own machine only, not ${how}; set PUBLIC_URL to let others in`
  return sendProblem(c, 421, { code: 'forbidden', message })
}
