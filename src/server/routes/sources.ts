import { importing } from '../../contract/endpoints/importing.ts'
import type { Problem } from '../../contract/problem.ts'
import type { Context } from 'hono'
import { nameOf, type AppEnv } from '../access/principal.ts'
import type { Store } from '../store/store.ts'
import type { Watch } from '../sources/watch.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { noSuch } from './problems.ts'

/** The addresses that are watched. */
export function sourceRoutes({ store, watch }: { store: Store; watch: Watch }): Routes {
  const note = (c: Context<AppEnv>, what: 'source-set' | 'source-removed', about: string) =>
    store.access.note({ who: nameOf(c.get('principal')), what, about })
  return routeGroup()
    .openapi(routeOf(importing.listSources), async (c) => c.json(await watch.list(), 200))
    .openapi(routeOf(importing.addSource), async (c) => {
      const source = await watch.add(c.req.valid('json'))
      await note(c, 'source-set', source.title)
      return c.json(source, 200)
    })
    .openapi(routeOf(importing.changeSource), async (c) => {
      const { id } = c.req.valid('param')
      const source = await watch.change(id, c.req.valid('json'))
      if (source === null) return c.json(noSuch(`source ${id}`), 404)
      await note(c, 'source-set', source.title)
      return c.json(source, 200)
    })
    .openapi(routeOf(importing.removeSource), async (c) => {
      const { id } = c.req.valid('param')
      if (await watch.remove(id)) {
        await note(c, 'source-removed', id)
        return c.json(await watch.list(), 200)
      }
      if ((await watch.find(id)) === null) return c.json(noSuch(`source ${id}`), 404)
      const message = `${id} ships with the product: it can be switched off`
      return c.json({ code: 'invalid', message } satisfies Problem, 400)
    })
    .openapi(routeOf(importing.fetchSource), async (c) => {
      const { id } = c.req.valid('param')
      const source = await watch.fetchNow(id)
      return source === null ? c.json(noSuch(`source ${id}`), 404) : c.json(source, 200)
    })
}
