import type { Context } from 'hono'
import type { Me } from '../../contract/access.ts'
import { anyone } from '../../contract/person-name.ts'
import { access } from '../../contract/endpoints/access.ts'
import type { Problem } from '../../contract/problem.ts'
import { isGuessable } from '../access/password-strength.ts'
import type { Admission } from '../access/admission.ts'
import type { AuditOnce } from '../access/rate-limited-audit.ts'
import type { Passwords } from '../access/passwords.ts'
import { nameOf, type AppEnv, type Principal } from '../access/principal.ts'
import type { PasswordTrial } from '../access/try-password.ts'
import type { Sessions } from '../access/sessions.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { goneMeanwhile, guessable, refusedField, wrongPassword } from './problems.ts'
import { sendProblem, tooMany } from '../http/problem.ts'

type Deps = {
  store: Store
  admission: Admission
  sessions: Sessions
  passwords: Passwords
  trial: PasswordTrial
  notice: AuditOnce
  now: () => Date
}

const noMatch = { code: 'unauthenticated', message: 'name and password do not match' } satisfies Problem

export const notHere = { code: 'not_found', message: 'people do not sign in this way here' } satisfies Problem

/**
 * Notes one try to sign in too many in the log.
 *
 * @throws Refused
 */
export async function tooManySignIns(c: Context<AppEnv>, notice: AuditOnce, seconds: number): Promise<never> {
  await notice(c, (address) => ({ who: anyone, what: 'too-many', detail: { of: 'sign-ins', address } }))
  throw tooMany(`too many attempts; try again in ${seconds} s`, seconds)
}

/** Coming in with an account, going out, and who is asking. */
export function accessRoutes({ store, admission, sessions, passwords, trial, notice, now }: Deps): Routes {
  const { signIn } = admission
  const meOf = async (principal: Principal | null): Promise<Me> => ({
    name: principal?.name ?? null,
    role: principal?.role ?? null,
    signIn,
    last: principal === null ? 0 : await store.events.last(),
    seen: principal?.by === 'session' ? await store.changes.seen(principal.name) : null,
    ...(principal?.by === 'session' && principal.passwordSet && { passwordSet: principal.passwordSet }),
  })
  const unsigned: Principal | null =
    admission.signIn === 'single-user'
      ? { name: admission.user, role: 'admin', by: 'single-user' }
      : admission.anonymous && { name: null, role: admission.anonymous, by: 'nothing' }

  return routeGroup()
    .openapi(routeOf(access.viewMe), async (c) =>
      c.json(await meOf(c.get('principal')), 200, { 'cache-control': 'no-store' }),
    )
    .openapi(routeOf(access.signIn), async (c) => {
      if (signIn !== 'accounts') return sendProblem(c, 404, notHere)
      const { name, password } = c.req.valid('json')
      const wait = await trial.waitFor(c, name)
      if (wait !== null) return tooManySignIns(c, notice, wait)
      const person = await store.access.find(name)
      const isTheirs = await trial.isRight(c, name, password, person?.password ?? null)
      if (!isTheirs || person === null || person.role === null) {
        // A name that is nobody's may be a password that went into the wrong field: it is not written down.
        const known = person?.name ?? null
        await notice(c, (address) => ({
          who: anyone,
          what: 'sign-in-refused',
          detail: { reason: 'password', person: known, address },
        }))
        return sendProblem(c, 401, noMatch)
      }
      const provedAt = now().toISOString()
      if (!(await sessions.start(c, person, { provedAt }))) return sendProblem(c, 401, noMatch)
      const { role, passwordSet } = person
      return c.json(await meOf({ name: person.name, role, by: 'session', provedAt, passwordSet }), 200)
    })
    .openapi(routeOf(access.setOwnPassword), async (c) => {
      if (signIn !== 'accounts') return sendProblem(c, 404, notHere)
      const { current, password } = c.req.valid('json')
      const person = await store.access.find(nameOf(c.get('principal')))
      if (person === null || person.role === null) return sendProblem(c, 401, goneMeanwhile)
      const { name, role } = person
      const wait = await trial.waitFor(c, name)
      if (wait !== null) return tooManySignIns(c, notice, wait)
      if (!(await trial.isRight(c, name, current, person.password))) {
        await notice(c, (address) => ({ who: name, what: 'password-refused', detail: { address } }))
        return sendProblem(c, 400, wrongPassword('current'))
      }
      if (password === current)
        return sendProblem(c, 400, refusedField('password', 'this is the password that you have'))
      if (await isGuessable(password, name)) return sendProblem(c, 400, guessable)
      const hash = await passwords.hash(password)
      if (!(await store.access.setOwnPassword(person, hash))) return sendProblem(c, 401, goneMeanwhile)
      const provedAt = now().toISOString()
      await sessions.start(c, { ...person, password: hash }, { isRenewed: true, provedAt })
      return c.json(await meOf({ name, role, by: 'session', provedAt, passwordSet: null }), 200)
    })
    .openapi(routeOf(access.signOut), async (c) => {
      await sessions.end(c)
      // Nothing that was answered to who has left stays in the browser. Their entries (storage) are asked about on the page.
      return c.json(await meOf(unsigned), 200, { 'clear-site-data': '"cache"' })
    })
}
