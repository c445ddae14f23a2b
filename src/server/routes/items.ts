import { items } from '../../contract/endpoints/items.ts'
import { nameKey } from '../../domain/access/person-name.ts'
import type { Watch } from '../sources/scheduler.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { existing } from './problems.ts'

/** One item of what is otherwise read as a list. */
export function itemRoutes({ store, watch }: { store: Store; watch: Watch }): Routes {
  const { access, events, fleet, lab } = store
  return routeGroup()
    .openapi(routeOf(items.viewPerson), async (c) => {
      const { name } = c.req.valid('param')
      const person = (await access.people()).find((each) => nameKey(each.name) === nameKey(name))
      return c.json(existing(person, `person ${name}`), 200)
    })
    .openapi(routeOf(items.viewToken), async (c) => {
      const { id } = c.req.valid('param')
      const token = (await access.tokens()).find((each) => each.id === Number(id))
      return c.json(existing(token, `token ${id}`), 200)
    })
    .openapi(routeOf(items.viewSource), async (c) => {
      const { id } = c.req.valid('param')
      const source = await watch.find(id)
      return c.json(existing(source, `source ${id}`), 200)
    })
    .openapi(routeOf(items.viewRollout), async (c) => {
      const { rollout } = c.req.valid('param')
      const run = (await fleet.rollouts()).find((each) => each.id === Number(rollout))
      return c.json(existing(run, `rollout ${rollout}`), 200)
    })
    .openapi(routeOf(items.viewRecordedTest), async (c) => {
      const { id, result } = c.req.valid('param')
      const found = (await lab.results(id)).find((each) => each.id === Number(result))
      return c.json(existing(found, `test result ${result} of ${id}`), 200)
    })
    .openapi(routeOf(items.viewComment), async (c) => {
      const { id, comment } = c.req.valid('param')
      const said = (await events.of(id)).find((each) => each.id === Number(comment) && each.what === 'said')
      return c.json(existing(said, `comment ${comment} of ${id}`), 200)
    })
    .openapi(routeOf(items.viewDecision), async (c) => {
      const { id, decision } = c.req.valid('param')
      const made = (await events.of(id)).find((each) => each.id === Number(decision) && each.topic === 'decision')
      return c.json(existing(made, `decision ${decision} of ${id}`), 200)
    })
}
