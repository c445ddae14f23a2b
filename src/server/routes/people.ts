import { people } from '../../contract/endpoints/people.ts'
import type { Problem } from '../../contract/problem.ts'
import { hashPassword } from '../access/passwords.ts'
import { nameOf } from '../access/principal.ts'
import { freshSecret, hashOf, tokenPrefix } from '../access/secrets.ts'
import type { Sessions } from '../access/sessions.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

const day = 24 * 60 * 60_000
const linesAtOnce = 200

type Deps = { store: Store; sessions: Sessions; now: () => Date }

/** Who may come in, and what has happened. */
export function peopleRoutes({ store: { access }, sessions, now }: Deps): Routes {
  const message = 'nobody would be left who lets people in; make somebody else an admin first'
  const noAdmin = { code: 'invalid', message, details: [{ field: 'role', message }] } satisfies Problem
  return routeGroup()
    .openapi(routeOf(people.listPeople), async (c) => c.json(await access.people(), 200))
    .openapi(routeOf(people.setPerson), async (c) => {
      const { name } = c.req.valid('param')
      const { role, password } = c.req.valid('json')
      const who = nameOf(c.get('principal'))
      const hash = password === undefined ? {} : { password: await hashPassword(password) }
      const outcome = await access.set(name, { role, ...hash }, who, 'an-admin')
      if (outcome === 'done') {
        // With the others of this person this session has ended, too.
        const isOwn = c.get('principal')?.by === 'session' && name === who
        const person = isOwn ? await access.find(name) : null
        if (person !== null) await sessions.start(c, person)
        return c.json(await access.people(), 200)
      }
      if (outcome === 'no-admin') return c.json(noAdmin, 400)
      const details = [{ field: 'password', message: 'a new account needs a password' }]
      return c.json({ code: 'invalid', message: 'a new account needs a password', details } satisfies Problem, 400)
    })
    .openapi(routeOf(people.removePerson), async (c) => {
      const { name } = c.req.valid('param')
      const outcome = await access.remove(name, nameOf(c.get('principal')), 'an-admin')
      if (outcome === 'done') return c.json(await access.people(), 200)
      if (outcome === 'no-admin') return c.json(noAdmin, 400)
      return c.json({ code: 'not_found', message: `there is nobody called ${name}` } satisfies Problem, 404)
    })
    .openapi(routeOf(people.listTokens), async (c) => c.json(await access.tokens(), 200))
    .openapi(routeOf(people.addToken), async (c) => {
      const settings = c.req.valid('json')
      const secret = `${tokenPrefix}${freshSecret()}`
      const expiresAt = new Date(now().getTime() + settings.days * day).toISOString()
      const made = await access.addToken(settings, hashOf(secret), expiresAt, nameOf(c.get('principal')))
      return c.json({ ...made, token: secret }, 200, { 'cache-control': 'no-store' })
    })
    .openapi(routeOf(people.revokeToken), async (c) => {
      const { id } = c.req.valid('param')
      if (await access.revokeToken(Number(id), nameOf(c.get('principal')))) return c.json(await access.tokens(), 200)
      return c.json({ code: 'not_found', message: `there is no token ${id}` } satisfies Problem, 404)
    })
    .openapi(routeOf(people.listAudit), async (c) => {
      const { before } = c.req.valid('query')
      return c.json(await access.audit(before === undefined ? null : Number(before), linesAtOnce), 200)
    })
}
