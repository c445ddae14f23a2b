import { lab } from '../../contract/endpoints/lab.ts'
import type { Problem } from '../../contract/problem.ts'
import { nameOf } from '../access/principal.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { keyIn } from './keys.ts'
import { noSuch, refusedField } from './problems.ts'

/** What the team's own lab has seen, and whether to deploy. */
export const labRoutes = ({ store }: { store: Store }): Routes =>
  routeGroup()
    .openapi(routeOf(lab.listRecordedTests), async (c) => {
      const { id } = c.req.valid('param')
      if (!(await store.has(id))) return c.json(noSuch(`bulletin ${id}`), 404)
      return c.json(await store.lab.results(id), 200)
    })
    .openapi(routeOf(lab.recordTest), async (c) => {
      const { id } = c.req.valid('param')
      const [record, key] = [c.req.valid('json'), keyIn(c.req.valid('header'))]
      const done = await store.lab.record(id, record, nameOf(c.get('principal')), key)
      if (done.outcome === 'recorded') return c.json(done.result, 200)
      if (done.outcome === 'missing') return c.json(noSuch(`bulletin ${id}`), 404)
      if (done.outcome === 'corrected') {
        const message = `result ${record.corrects} was corrected by somebody else meanwhile`
        return c.json({ code: 'conflict', message } satisfies Problem, 412)
      }
      const message = `there is no result ${record.corrects} of ${id}`
      return c.json(refusedField('corrects', message), 400)
    })
    .openapi(routeOf(lab.setIssueState), async (c) => {
      const { id, issue } = c.req.valid('param')
      const [settlement, key] = [c.req.valid('json'), keyIn(c.req.valid('header'))]
      const done = await store.lab.setIssueState(id, issue, settlement, nameOf(c.get('principal')), key)
      if (done.outcome === 'done') return c.json({}, 200)
      if (done.outcome === 'missing') return c.json(noSuch(`bulletin ${id}`), 404)
      if (done.outcome === 'not-there') return c.json(noSuch(`known issue ${issue} of ${id}`), 404)
      const message = done.by === null ? `${issue} is open` : `${issue} was resolved by ${done.by}`
      return c.json({ code: 'conflict', message } satisfies Problem, 412)
    })
    .openapi(routeOf(lab.decide), async (c) => {
      const { id } = c.req.valid('param')
      const key = keyIn(c.req.valid('header'))
      const done = await store.lab.decide(id, c.req.valid('json'), nameOf(c.get('principal')), key)
      if (done.outcome === 'decided') return c.json({}, 200)
      if (done.outcome === 'missing') return c.json(noSuch(`bulletin ${id}`), 404)
      const details = done.events.map(({ topic, what, who }) => ({
        field: 'seen',
        message: `${topic} ${what} by ${who}`,
      }))
      const message = `not seen yet: ${details.map((detail) => detail.message).join(', ')}`
      return c.json({ code: 'conflict', message, details } satisfies Problem, 412)
    })
