import { items } from '../../contract/endpoints/items.ts'
import { importing } from '../../contract/endpoints/importing.ts'
import { nameOf } from '../access/principal.ts'
import type { Watch } from '../sources/scheduler.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { existing, missing } from './problems.ts'
import { sendProblem } from '../http/problem.ts'
import { sendNothing } from '../http/reply.ts'

/** The addresses that are watched. */
export function sourceRoutes({ watch }: { watch: Watch }): Routes {
  return routeGroup()
    .openapi(routeOf(importing.listSources), async (c) => c.json(await watch.list(), 200))
    .openapi(routeOf(importing.addSource), async (c) => {
      const source = await watch.add(c.req.valid('json'), nameOf(c.get('principal')))
      return c.json(source, 201, locationOf(items.viewSource, { id: source.id }))
    })
    .openapi(routeOf(importing.changeSource), async (c) => {
      const { id } = c.req.valid('param')
      const source = existing(await watch.change(id, c.req.valid('json'), nameOf(c.get('principal'))), `source ${id}`)
      return c.json(source, 200)
    })
    .openapi(routeOf(importing.removeSource), async (c) => {
      const { id } = c.req.valid('param')
      const withContents = c.req.valid('query').contents === 'remove'
      if (await watch.remove(id, nameOf(c.get('principal')), { withContents })) return sendNothing(c)
      if ((await watch.find(id)) === null) throw missing(`source ${id}`)
      const message = `${id} ships with the product: it can be switched off`
      return sendProblem(c, 400, { code: 'invalid', message })
    })
    .openapi(routeOf(importing.countSourceContents), async (c) => {
      const { id } = c.req.valid('param')
      const contents = existing(await watch.countContents(id), `source ${id}`)
      return c.json(contents, 200)
    })
    .openapi(routeOf(importing.fetchSource), async (c) => {
      const { id } = c.req.valid('param')
      const source = existing(await watch.fetchNow(id), `source ${id}`)
      return c.json(source, 200)
    })
}
