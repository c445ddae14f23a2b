import { about } from '../../contract/endpoints/about.ts'
import { setTimeout } from 'node:timers/promises'
import type { Report } from '../logs/log.ts'
import type { Store } from '../store/store.ts'
import { unavailableWords } from '../store/engines/unavailable.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { sendProblem } from '../http/problem.ts'

type Deps = {
  store: Store
  report: Report
  /** A store that has not answered for so long, in milliseconds, is none to be ready with. */
  patience?: number
}

/** Whether this process is alive, and whether its store can be read and written. `report` is told when that ends. */
export function healthRoutes({ store, report, patience = 4000 }: Deps): Routes {
  let wasReady = true
  const check = async () => {
    const late = new AbortController()
    try {
      await Promise.race([
        store.check(),
        setTimeout(patience, undefined, { signal: late.signal, ref: false }).then(() => {
          throw new Error(`the database has not answered for ${patience / 1000} s`)
        }),
      ])
    } finally {
      late.abort()
    }
  }
  return routeGroup()
    .openapi(routeOf(about.viewHealth), (c) => c.json({ status: 'ok' } as const, 200))
    .openapi(routeOf(about.viewReadiness), async (c) => {
      try {
        await check()
        wasReady = true
        return c.json({ status: 'ok' } as const, 200)
      } catch (error) {
        if (wasReady) report(error, c.get('requestId'))
        wasReady = false
        return sendProblem(c, 503, {
          code: 'unavailable',
          message: unavailableWords(error),
          requestId: c.get('requestId'),
        })
      }
    })
}
