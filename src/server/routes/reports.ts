import { reports as endpoints } from '../../contract/endpoints/reports.ts'
import { prepareReply, sendReply } from '../http/reply.ts'
import type { HandlingReport } from '../reports/handling.ts'
import { planRecordOf } from '../reports/plan-record.ts'
import { recordOf } from '../reports/record.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { listOf, sendPage } from './paging.ts'
import { existing } from './problems.ts'

/** How the team does, and the record of a bulletin. */
export const reportRoutes = (deps: { store: Store; handling: HandlingReport; now: () => Date }): Routes =>
  routeGroup()
    .openapi(routeOf(endpoints.viewHandling), async (c) => sendReply(c, prepareReply(await deps.handling.report())))
    .openapi(routeOf(endpoints.listHandled), async (c) => {
      const { limit, after, fields, ...query } = c.req.valid('query')
      const rows = await deps.handling.rows(query)
      return sendPage(c, listOf(rows), { limit, after, fields })
    })
    .openapi(routeOf(endpoints.viewRecord), async (c) => {
      const { id } = c.req.valid('param')
      const record = existing(await recordOf(deps, id, c.get('principal')?.name ?? null), `bulletin ${id}`)
      return sendReply(c, prepareReply(record))
    })
    .openapi(routeOf(endpoints.viewPlanRecord), async (c) => {
      const { id } = c.req.valid('param')
      const record = existing(await planRecordOf(deps, Number(id), c.get('principal')?.name ?? null), `plan ${id}`)
      return sendReply(c, prepareReply(record))
    })
