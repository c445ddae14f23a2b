import { about } from '../../contract/endpoints/about.ts'
import type { Problem } from '../../contract/problem.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

/** Whether this process is alive, and whether it can reach its store. */
export const healthRoutes = ({ store }: { store: Store }): Routes =>
  routeGroup()
    .openapi(routeOf(about.viewHealth), (c) => c.json({ status: 'ok' } as const, 200))
    .openapi(routeOf(about.viewReadiness), async (c) => {
      try {
        await store.check()
        return c.json({ status: 'ok' } as const, 200)
      } catch {
        return c.json({ code: 'unavailable', message: 'the store cannot be reached' } satisfies Problem, 503)
      }
    })
