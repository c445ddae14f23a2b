import { Hono } from 'hono'
import type { Problem } from '../../contract/problem.ts'
import type { Store } from '../store/store.ts'

/** `/healthz`: this process is alive; `/readyz`: it can reach its store. */
export const healthRoutes = ({ store }: { store: Store }) =>
  new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      try {
        await store.check()
        return c.json({ status: 'ok' })
      } catch {
        return c.json({ code: 'unavailable', message: 'the store cannot be reached' } satisfies Problem, 503)
      }
    })
