import type { Context } from 'hono'
import type { Me } from '../../contract/access.ts'
import { access } from '../../contract/endpoints/access.ts'
import { firstLoad } from '../../contract/endpoints/first-load.ts'
import type { Problem } from '../../contract/problem.ts'
import { addressOf } from '../access/address.ts'
import type { Admission } from '../access/admission.ts'
import { begunSignIns } from '../access/begun.ts'
import type { Limits } from '../access/limits.ts'
import { NotSignedIn } from '../access/openid.ts'
import { isPassword } from '../access/passwords.ts'
import type { Principal } from '../access/principal.ts'
import type { Sessions } from '../access/sessions.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

type Deps = {
  store: Store
  admission: Admission
  sessions: Sessions
  limits: Limits
  /** Where people reach this server; null for where they just did. */
  origin: string | null
  /** How many proxies of ours stand in front. */
  proxies: number
}

const noMatch = { code: 'unauthenticated', message: 'name and password do not match' } satisfies Problem

const tooMany = (seconds: number) =>
  ({ code: 'too_many', message: `too many attempts; try again in ${seconds} s` }) satisfies Problem

/** Coming in, going out, and who is asking. */
export function accessRoutes({ store, admission, sessions, limits, origin, proxies }: Deps): Routes {
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
  const begunHere = begunSignIns({ isSecure: origin?.startsWith('https:') ?? false })
  const callbackOf = (c: Context) => `${origin ?? new URL(c.req.url).origin}${access.finishOpenId.path}`
  const notHere = { code: 'not_found', message: 'people do not sign in this way here' } satisfies Problem

  return routeGroup()
    .openapi(routeOf(firstLoad.viewMe), async (c) =>
      c.json(await meOf(c.get('principal')), 200, { 'cache-control': 'no-store' }),
    )
    .openapi(routeOf(access.signIn), async (c) => {
      if (signIn !== 'accounts') return c.json(notHere, 404)
      const { name, password } = c.req.valid('json')
      const address = addressOf(c, proxies)
      const wait = (await limits.signInByAddress(address)) ?? (await limits.signInByName(`${address} ${name}`))
      if (wait !== null) return c.json(tooMany(wait), 429, { 'retry-after': String(wait) })
      const person = await store.access.find(name)
      if (!(await isPassword(password, person?.password ?? null)) || person === null) {
        // A name that is nobody's may be a password that went into the wrong field: it is not written down.
        await store.access.note({ who: 'anyone', what: 'sign-in-refused', about: person?.name ?? null })
        return c.json(noMatch, 401)
      }
      if (!(await sessions.start(c, person))) return c.json(noMatch, 401)
      return c.json(await meOf({ name: person.name, role: person.role, by: 'session' }), 200)
    })
    .openapi(routeOf(access.signOut), async (c) => {
      await sessions.end(c)
      return c.json(await meOf(unsigned), 200)
    })
    .openapi(routeOf(access.beginOpenId), async (c) => {
      if (admission.signIn !== 'openid') return c.json(notHere, 404)
      // As a picture of somebody else's page it would only use up the attempts of everybody at this address.
      if ((c.req.header('sec-fetch-dest') ?? 'document') !== 'document')
        return c.json({ code: 'forbidden', message: 'this is a page to go to' } satisfies Problem, 403)
      const wait = await limits.openIdByAddress(addressOf(c, proxies))
      if (wait !== null) return c.json(tooMany(wait), 429, { 'retry-after': String(wait) })
      try {
        const { url, checks } = await admission.openId.begin(callbackOf(c))
        begunHere.remember(c, { ...checks, to: c.req.valid('query').to ?? '/' })
        return c.redirect(url)
      } catch (error) {
        if (error instanceof NotSignedIn) return c.redirect(`/sign-in?refused=${error.reason}`)
        throw error
      }
    })
    .openapi(routeOf(access.finishOpenId), async (c) => {
      if (admission.signIn !== 'openid') return c.json(notHere, 404)
      const begun = begunHere.recall(c)
      if (begun === null) return c.redirect('/sign-in?refused=refused')
      const current = new URL(callbackOf(c))
      current.search = new URL(c.req.url).search
      try {
        const { role, ...person } = await admission.openId.finish(current, begun)
        if (role === null) {
          await store.access.shutOut(person.subject)
          throw new NotSignedIn('no-role', `${person.name} has no role here`)
        }
        if (!(await sessions.start(c, await store.access.meet({ ...person, role }))))
          throw new NotSignedIn('refused', `${person.name} was removed meanwhile`)
        return c.redirect(begun.to)
      } catch (error) {
        if (!(error instanceof NotSignedIn)) throw error
        await store.access.note({ who: 'anyone', what: 'sign-in-refused', about: error.reason })
        return c.redirect(`/sign-in?refused=${error.reason}`)
      }
    })
}
