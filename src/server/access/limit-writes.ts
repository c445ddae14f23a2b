import type { MiddlewareHandler } from 'hono'
import type { Limit } from './limits.ts'
import type { AuditOnce } from './rate-limited-audit.ts'
import type { AppEnv } from './principal.ts'
import { tooMany } from '../http/problem.ts'

/** Nobody writes more often than any person or program has reason to. */
export const limitWrites =
  (limit: Limit, notice: AuditOnce): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const name = c.get('principal')?.name ?? null
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || name === null) return next()
    const wait = await limit(name)
    if (wait === null) return next()
    await notice(c, (address) => ({ who: name, what: 'too-many', detail: { of: 'writes', address } }))
    throw tooMany(`${name} writes too often; try again in ${wait} s`, wait)
  }
