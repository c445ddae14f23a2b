import type { Context } from 'hono'
import type { Me } from '../../contract/access.ts'
import { anyone } from '../../contract/person-name.ts'
import { access } from '../../contract/endpoints/access.ts'
import { firstLoad } from '../../contract/endpoints/first-load.ts'
import type { Problem } from '../../contract/problem.ts'
import { nameKey } from '../../domain/person-name.ts'
import { addressOf } from '../access/address.ts'
import type { Admission } from '../access/admission.ts'
import type { Limits } from '../access/limits.ts'
import type { Notice } from '../access/notices.ts'
import type { Passwords } from '../access/passwords.ts'
import type { Principal } from '../access/principal.ts'
import type { Sessions } from '../access/sessions.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

type Deps = {
  store: Store
  admission: Admission
  sessions: Sessions
  passwords: Passwords
  limits: Limits
  notice: Notice
  /** How many proxies of ours stand in front. */
  proxies: number
}

const noMatch = { code: 'unauthenticated', message: 'name and password do not match' } satisfies Problem

export const notHere = { code: 'not_found', message: 'people do not sign in this way here' } satisfies Problem

/** The answer to one try to sign in too many, which is in the log. */
export async function tooMany(c: Context, notice: Notice, seconds: number) {
  await notice(c, (address) => ({ who: anyone, what: 'too-many', detail: { of: 'sign-ins', address } }))
  const message = `too many attempts; try again in ${seconds} s`
  return c.json({ code: 'too_many', message } satisfies Problem, 429, { 'retry-after': String(seconds) })
}

/** Coming in with an account, going out, and who is asking. */
export function accessRoutes({ store, admission, sessions, passwords, limits, notice, proxies }: Deps): Routes {
  const { signIn } = admission
  const meOf = async (principal: Principal | null): Promise<Me> => ({
    name: principal?.name ?? null,
    role: principal?.role ?? null,
    signIn,
    last: principal === null ? 0 : await store.events.last(),
  })
  const unsigned: Principal | null =
    admission.signIn === 'single-user'
      ? { name: admission.user, role: 'admin', by: 'being-alone' }
      : admission.anonymous && { name: null, role: admission.anonymous, by: 'nothing' }

  return routeGroup()
    .openapi(routeOf(firstLoad.viewMe), async (c) =>
      c.json(await meOf(c.get('principal')), 200, { 'cache-control': 'no-store' }),
    )
    .openapi(routeOf(access.signIn), async (c) => {
      if (signIn !== 'accounts') return c.json(notHere, 404)
      const { name, password } = c.req.valid('json')
      const address = addressOf(c, proxies)
      const wait = (await limits.signInByAddress(address)) ?? (await limits.signInByName(`${address} ${nameKey(name)}`))
      if (wait !== null) return tooMany(c, notice, wait)
      const person = await store.access.find(name)
      const isRight = await passwords.isRight(password, person?.password ?? null)
      if (!isRight || person === null || person.role === null) {
        // A name that is nobody's may be a password that went into the wrong field: it is not written down.
        const detail = { reason: 'password', person: person?.name ?? null, address } as const
        await notice(c, () => ({ who: anyone, what: 'sign-in-refused', detail }))
        return c.json(noMatch, 401)
      }
      if (!(await sessions.start(c, person))) return c.json(noMatch, 401)
      return c.json(await meOf({ name: person.name, role: person.role, by: 'session' }), 200)
    })
    .openapi(routeOf(access.signOut), async (c) => {
      await sessions.end(c)
      return c.json(await meOf(unsigned), 200)
    })
}
