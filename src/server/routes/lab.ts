import { items } from '../../contract/endpoints/items.ts'
import { lab } from '../../contract/endpoints/lab.ts'
import { nameOf } from '../access/principal.ts'
import type { Store } from '../store/store.ts'
import type { TestGrids } from '../lab-grid.ts'
import { prepareReply, sendNothing, sendReply } from '../http/reply.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { keyIn } from './keys.ts'
import { existing, missing, refusedField } from './problems.ts'
import { etagOf, versionIn } from './versions.ts'
import { sendProblem } from '../http/problem.ts'

/** What the team's own lab has seen, and whether to deploy. */
export function labRoutes({ store, testGrids }: { store: Store; testGrids: TestGrids }): Routes {
  return routeGroup()
    .openapi(routeOf(lab.viewTestGrid), async (c) => {
      const { release } = c.req.valid('query')
      const grid = existing(await testGrids(release ?? null), `release ${release}`)
      return sendReply(c, prepareReply(grid))
    })
    .openapi(routeOf(lab.viewChecklist), async (c) => {
      const checklist = await store.lab.checklist()
      return sendReply(c, prepareReply(checklist, etagOf(checklist)))
    })
    .openapi(routeOf(lab.setChecklist), async (c) => {
      const version = versionIn(c)
      const set = await store.lab.setChecklist(version, c.req.valid('json').points, nameOf(c.get('principal')))
      if (set !== null) return c.json(set, 200, { etag: etagOf(set) })
      const current = await store.lab.checklist()
      const message = `the checklist was changed meanwhile by ${current.by ?? ''}`
      return sendProblem(c, 412, { code: 'conflict', message, current })
    })
    .openapi(routeOf(lab.listRecordedTests), async (c) => {
      const { id } = c.req.valid('param')
      existing(await store.has(id), `bulletin ${id}`)
      return c.json(await store.lab.results(id), 200)
    })
    .openapi(routeOf(lab.recordTest), async (c) => {
      const { id } = c.req.valid('param')
      const [record, key] = [c.req.valid('json'), keyIn(c.req.valid('header'))]
      const done = await store.lab.record(id, record, nameOf(c.get('principal')), key)
      if (done.outcome === 'recorded')
        return c.json(done.result, 201, locationOf(items.viewRecordedTest, { id, result: done.result.id }))
      if (done.outcome === 'missing') throw missing(`bulletin ${id}`)
      if (done.outcome === 'corrected') {
        const message = `result ${record.corrects} was corrected by another person meanwhile`
        return sendProblem(c, 412, { code: 'conflict', message })
      }
      const message = `there is no result ${record.corrects} of ${id}`
      return sendProblem(c, 400, refusedField('corrects', message))
    })
    .openapi(routeOf(lab.setIssueState), async (c) => {
      const { id, issue } = c.req.valid('param')
      const [settlement, key] = [c.req.valid('json'), keyIn(c.req.valid('header'))]
      const done = await store.lab.setIssueState(id, issue, settlement, nameOf(c.get('principal')), key)
      if (done.outcome === 'done') return sendNothing(c)
      if (done.outcome === 'missing') throw missing(`bulletin ${id}`)
      if (done.outcome === 'not-there') throw missing(`known issue ${issue} of ${id}`)
      const message = done.by === null ? `${issue} is open` : `${issue} was resolved by ${done.by}`
      return sendProblem(c, 412, { code: 'conflict', message })
    })
    .openapi(routeOf(lab.decide), async (c) => {
      const { id } = c.req.valid('param')
      const key = keyIn(c.req.valid('header'))
      const done = await store.lab.decide(id, c.req.valid('json'), nameOf(c.get('principal')), key)
      if (done.outcome === 'decided')
        return c.json({ id: done.id }, 201, locationOf(items.viewDecision, { id, decision: done.id }))
      if (done.outcome === 'missing') throw missing(`bulletin ${id}`)
      const details = done.events.map(({ topic, what, who }) => ({
        field: 'seen',
        message: `${topic} ${what} by ${who}`,
      }))
      const message = `not seen yet: ${details.map((detail) => detail.message).join(', ')}`
      return sendProblem(c, 412, { code: 'conflict', message, details })
    })
}
