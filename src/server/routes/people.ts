import { items } from '../../contract/endpoints/items.ts'
import { people } from '../../contract/endpoints/people.ts'
import { daysFrom } from '../../domain/due/days.ts'
import { isGuessable } from '../access/password-strength.ts'
import type { Passwords } from '../access/passwords.ts'
import { nameOf } from '../access/principal.ts'
import { freshSecret, hashOf, tokenPrefix } from '../access/secrets.ts'
import type { Sessions } from '../access/sessions.ts'
import type { Store } from '../store/store.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { listOf, sendPage } from './paging.ts'
import { existing, goneMeanwhile, guessable, refusedField } from './problems.ts'
import { sendProblem } from '../http/problem.ts'
import { sendNothing } from '../http/reply.ts'

const linesAtOnce = 200

type Deps = { store: Store; sessions: Sessions; passwords: Passwords; now: () => Date }

/** Why a person cannot be set or removed. */
const refusals = {
  'no-admin': refusedField('role', 'no admin would be left; make another person an admin first'),
  'no-role': refusedField('role', 'a new account needs a role'),
  'no-password': refusedField('password', 'a new account needs a password'),
  taken: refusedField('name', 'this name was that of a removed person; what they did is on record under it'),
}

/** Who may come in, and what has happened. */
export function peopleRoutes({ store: { access }, sessions, passwords, now }: Deps): Routes {
  return routeGroup()
    .openapi(routeOf(people.listPeople), async (c) => c.json(await access.people(), 200))
    .openapi(routeOf(people.setPerson), async (c) => {
      const { name } = c.req.valid('param')
      const { role, password } = c.req.valid('json')
      const principal = c.get('principal')
      const who = nameOf(principal)
      if (password !== undefined && (await isGuessable(password, name))) return sendProblem(c, 400, guessable)
      const hash = password === undefined ? {} : { password: await passwords.hash(password) }
      const known = await access.find(name)
      const isNew = known === null
      // The first account is that of the one person who works here alone.
      const isFirst = principal?.by === 'single-user' && (await access.accounts()) === 0
      const isForOther = !isFirst && known?.name !== who
      const outcome = await access.set(name, { role, ...hash, isForOther }, who, 'an-admin')
      if (outcome !== 'done') return sendProblem(c, 400, refusals[outcome])
      // With the others of this person this session has ended, too.
      const person = await access.find(name)
      if (principal?.by === 'session' && person?.name === who)
        await sessions.start(c, person, { isRenewed: true, provedAt: principal.provedAt ?? null })
      const listed = (await access.people()).find((each) => each.name === person?.name)
      const shown = existing(listed, `person ${name}`)
      if (!isNew) return c.json(shown, 200)
      return c.json(shown, 201, locationOf(items.viewPerson, { name: shown.name }))
    })
    .openapi(routeOf(people.removePerson), async (c) => {
      const { name } = c.req.valid('param')
      const outcome = await access.remove(name, nameOf(c.get('principal')), 'an-admin')
      if (outcome === 'done') return sendNothing(c)
      if (outcome === 'no-admin') return sendProblem(c, 400, refusals[outcome])
      return sendProblem(c, 404, { code: 'not_found', message: `there is nobody called ${name}` })
    })
    .openapi(routeOf(people.listTokens), async (c) => c.json(await access.tokens(), 200))
    .openapi(routeOf(people.addToken), async (c) => {
      const settings = c.req.valid('json')
      const secret = `${tokenPrefix}${freshSecret()}`
      const expiresAt = daysFrom(now(), settings.days)
      const principal = c.get('principal')
      const maker = principal?.by === 'session' ? 'a-person' : 'anybody'
      const made = await access.addToken(settings, hashOf(secret), expiresAt, nameOf(principal), maker)
      if (made === null) return sendProblem(c, 401, goneMeanwhile)
      const headers = { ...locationOf(items.viewToken, { id: made.id }), 'cache-control': 'no-store' }
      return c.json({ ...made, token: secret }, 201, headers)
    })
    .openapi(routeOf(people.revokeToken), async (c) => {
      const { id } = c.req.valid('param')
      existing(await access.revokeToken(Number(id), nameOf(c.get('principal'))), `token ${id}`)
      return sendNothing(c)
    })
    .openapi(routeOf(people.listAudit), async (c) => {
      const { before, after = before, topic, limit = linesAtOnce, fields } = c.req.valid('query')
      if (after !== undefined && !/^\d{1,10}$/.test(after))
        return sendProblem(c, 400, refusedField('after', 'expected the number of an event'))
      const entries = await access.audit(after === undefined ? null : Number(after), limit + 1, topic)
      return sendPage(c, listOf(entries), { limit, fields })
    })
}
