/** Who is asking. */
import type { Env, MiddlewareHandler } from 'hono'
import { isEnough, type Role } from '../../contract/access.ts'
import type { Problem } from '../../contract/problem.ts'

/** Somebody who is known by name, and what they may do. */
export type Principal = { name: string; role: Role }

/** What every request carries from the door to its route; null is somebody who is not known. */
export type AppEnv = Env & { Variables: { principal: Principal | null } }

/** Lets in who has the role, or everyone. */
export const allow =
  (asked: Role | 'anyone'): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (asked === 'anyone') return next()
    const principal = c.get('principal')
    if (principal === null) return c.json({ code: 'unauthenticated', message: 'sign in first' } satisfies Problem, 401)
    if (isEnough(principal.role, asked)) return next()
    const message = `this takes the role ${asked}; ${principal.name} has ${principal.role}`
    return c.json({ code: 'forbidden', message } satisfies Problem, 403)
  }

/** Who is asking, where only those get through who are known. */
export const nameOf = (principal: Principal | null): string => {
  if (principal === null) throw new Error('a route that needs somebody was opened to nobody')
  return principal.name
}
