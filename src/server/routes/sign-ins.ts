import type { Context } from 'hono'
import { access } from '../../contract/endpoints/access.ts'
import type { SignInEntry } from '../../contract/people.ts'
import { proofUntil } from '../../domain/access/proof.ts'
import type { Admission } from '../access/admission.ts'
import type { AppEnv } from '../access/principal.ts'
import type { AuditOnce } from '../access/rate-limited-audit.ts'
import type { Sessions } from '../access/sessions.ts'
import type { PasswordTrial } from '../access/try-password.ts'
import type { Store } from '../store/store.ts'
import { notHere, tooManySignIns } from './access.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { goneMeanwhile, missing, wrongPassword } from './problems.ts'
import { sendProblem } from '../http/problem.ts'

type Deps = {
  store: Store
  admission: Admission
  sessions: Sessions
  trial: PasswordTrial
  notice: AuditOnce
  now: () => Date
}

/** Where a person is signed in, and that it is still they. Who works alone has no sessions, and nothing to show. */
export function signInRoutes({ store, admission, sessions, trial, notice, now }: Deps): Routes {
  const listOf = async (c: Context<AppEnv>): Promise<SignInEntry[]> => {
    const session = await sessions.find(c, false)
    if (session === null) return []
    const all = await store.access.signIns(session.person.id, sessions.way)
    const marked = all.map((each) => ({ ...each, isCurrent: each.id === session.id }))
    return marked.toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent))
  }
  const noStore = { 'cache-control': 'no-store' }
  return routeGroup()
    .openapi(routeOf(access.listSignIns), async (c) => c.json(await listOf(c), 200, noStore))
    .openapi(routeOf(access.endOtherSignIns), async (c) => {
      const session = await sessions.find(c, true)
      if (session !== null) await store.access.endSignIns(session.person, { except: session.id })
      return c.json(await listOf(c), 200, noStore)
    })
    .openapi(routeOf(access.endSignIn), async (c) => {
      const { id } = c.req.valid('param')
      const session = await sessions.find(c, true)
      const ended = session === null ? 0 : await store.access.endSignIns(session.person, { id })
      if (ended === 0) throw missing('such sign-in of yours')
      return c.json(await listOf(c), 200, noStore)
    })
    .openapi(routeOf(access.proveSession), async (c) => {
      if (admission.signIn !== 'accounts') return sendProblem(c, 404, notHere)
      const session = await sessions.find(c, true)
      if (session === null) return sendProblem(c, 401, goneMeanwhile)
      const { name, password } = session.person
      const wait = await trial.waitFor(c, name)
      if (wait !== null) return tooManySignIns(c, notice, wait)
      if (!(await trial.isRight(c, name, c.req.valid('json').password, password))) {
        await notice(c, (address) => ({ who: name, what: 'password-refused', detail: { address } }))
        return sendProblem(c, 400, wrongPassword('password'))
      }
      const provedAt = now().toISOString()
      await sessions.prove(c, provedAt)
      return c.json({ until: proofUntil(provedAt).toISOString() }, 200, noStore)
    })
}
