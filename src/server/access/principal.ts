/** Who is asking. */
import type { Env, MiddlewareHandler } from 'hono'
import { isEnough, type Role } from '../../contract/access.ts'
import type { Problem } from '../../contract/problem.ts'

/** Somebody, and what they may do. `name` is null for anyone; `isSession`: whether a browser says so of its own accord. */
export type Principal = { name: string | null; role: Role; isSession: boolean }

/** What every request carries from the door to its route; null is somebody who may do nothing. */
export type AppEnv = Env & { Variables: { principal: Principal | null } }

/** Lets in who has the role, or everyone. */
export const allow =
  (asked: Role | 'anyone'): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (asked === 'anyone') return next()
    const principal = c.get('principal')
    if (principal !== null && isEnough(principal.role, asked)) return next()
    if (principal === null || principal.name === null)
      return c.json({ code: 'unauthenticated', message: 'sign in first' } satisfies Problem, 401)
    const message = `this takes the role ${asked}; ${principal.name} has ${principal.role}`
    return c.json({ code: 'forbidden', message } satisfies Problem, 403)
  }

/** The name of who is asking, on a route that is open to those only who have one. */
export function nameOf(principal: Principal | null): string {
  if (principal === null || principal.name === null) throw new Error('a route that needs somebody was opened to anyone')
  return principal.name
}
