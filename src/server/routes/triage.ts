import { items } from '../../contract/endpoints/items.ts'
import { triage } from '../../contract/endpoints/triage.ts'
import type { Problem } from '../../contract/problem.ts'
import type { Triaged } from '../../contract/triage.ts'
import { nameOf } from '../access/principal.ts'
import { unknownAssignee } from '../assignable.ts'
import { prepareReply, sendNothing, sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { keyIn } from './keys.ts'
import { isUnpaged, listOf, sendPage } from './paging.ts'
import { existing, missing, refusedField } from './problems.ts'
import { etagOf, versionIn } from './versions.ts'
import { sendProblem } from '../http/problem.ts'

/** That another person was quicker: the states that are there now. */
export const lostRace = (current: Triaged[]) =>
  ({
    code: 'conflict',
    message: `changed meanwhile: ${current.map(({ id, by }) => (by === null ? id : `${id} by ${by}`)).join(', ')}`,
    current,
  }) satisfies Problem

/** That nobody of this name can be assigned. */
export const unassignable = <Field extends string>(field: Field, name: string) =>
  refusedField(field, `${name} is neither a person nor a listed team`)

/** How far the team is with each bulletin, and what it says of it. */
export const triageRoutes = ({ store }: { store: Store }): Routes =>
  routeGroup()
    .openapi(routeOf(triage.listTriage), async (c) => {
      const { since = '0', ...paging } = c.req.valid('query')
      // The number first: what is set meanwhile is told now, and once more to who asks from there.
      const version = await store.events.last()
      const states = await store.triage.since(Number(since))
      // A state that is set meanwhile must not take the pages after it along.
      const ordered = isUnpaged(paging) ? states : states.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      const list = listOf(ordered)
      return sendPage(c, list, paging, { encode: (states) => ({ version, states }) })
    })
    .openapi(routeOf(triage.setTriageOfMany), async (c) => {
      const { changes } = c.req.valid('json')
      const named = new Set<string>()
      const twice = changes.find(({ id }) => named.size === named.add(id).size)?.id
      if (twice !== undefined) {
        const details = [{ field: 'changes', message: `${twice} is named twice` }]
        return sendProblem(c, 400, { code: 'invalid', message: `${twice} is named twice`, details })
      }
      const unknown = await unknownAssignee(
        store,
        changes.map(({ assignee }) => assignee),
      )
      if (unknown !== null) return sendProblem(c, 400, unassignable('assignee', unknown))
      const result = await store.triage.set(changes, nameOf(c.get('principal')))
      if (result.outcome === 'missing') throw missing(`bulletin ${result.ids.join(', ')}`)
      if (result.outcome === 'conflict') return sendProblem(c, 412, lostRace(result.states))
      return c.json({ version: await store.events.last(), states: result.states }, 200)
    })
    .openapi(routeOf(triage.viewTriage), async (c) => {
      const { id } = c.req.valid('param')
      const state = existing(await store.triage.find(id), `bulletin ${id}`)
      return sendReply(c, prepareReply(state, etagOf(state)))
    })
    .openapi(routeOf(triage.setTriage), async (c) => {
      const { id } = c.req.valid('param')
      const version = versionIn(c)
      const change = { id, version, ...c.req.valid('json') }
      const unknown = await unknownAssignee(store, [change.assignee])
      if (unknown !== null) return sendProblem(c, 400, unassignable('assignee', unknown))
      const result = await store.triage.set([change], nameOf(c.get('principal')))
      if (result.outcome === 'missing') throw missing(`bulletin ${result.ids.join(', ')}`)
      if (result.outcome === 'conflict') return sendProblem(c, 412, lostRace(result.states))
      const [state] = result.states
      if (state === undefined) throw new Error(`${id} was saved, and is not there`)
      return c.json(state, 200, { etag: etagOf(state) })
    })
    .openapi(routeOf(triage.addComment), async (c) => {
      const { id } = c.req.valid('param')
      const [{ text, replyTo }, key] = [c.req.valid('json'), keyIn(c.req.valid('header'))]
      const who = nameOf(c.get('principal'))
      existing(await store.has(id), `bulletin ${id}`)
      const comment =
        replyTo === undefined
          ? await store.events.addComment(id, text, who, key)
          : await store.events.addReply(id, replyTo, text, who, key)
      if (comment === null)
        return sendProblem(c, 400, refusedField('replyTo', `there is no text ${replyTo} in the discussion of ${id}`))
      return c.json({ id: comment }, 201, locationOf(items.viewComment, { id, comment }))
    })
    .openapi(routeOf(triage.retractComment), async (c) => {
      const { id, comment } = c.req.valid('param')
      const outcome = await store.events.retractComment(id, Number(comment), nameOf(c.get('principal')))
      if (outcome === 'done') return sendNothing(c)
      if (outcome === 'missing') throw missing(`text ${comment}`)
      return sendProblem(c, 403, { code: 'forbidden', message: 'this comment is another person’s' })
    })
