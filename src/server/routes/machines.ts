import { machineList as endpoints } from '../../contract/endpoints/machines.ts'
import { nameOf } from '../access/principal.ts'
import { teamDay } from '../due/team-day.ts'
import { machineFixesAsCsv } from '../machines/machines-csv.ts'
import type { MachineReader } from '../machines/machines.ts'
import { prepareReply, sendNothing, sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { streamReply } from '../http/stream-reply.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { keyIn } from './keys.ts'
import { sendPage, type List } from './paging.ts'
import { existing } from './problems.ts'

type Deps = { store: Store; machines: MachineReader; now: () => Date; report: (error: unknown) => void }

/** The machines that report themselves. */
export function machineRoutes({ store, machines, now, report }: Deps): Routes {
  return routeGroup()
    .openapi(routeOf(endpoints.viewMachineCounts), async (c) => sendReply(c, prepareReply(await machines.counts())))
    .openapi(routeOf(endpoints.listMachines), async (c) => {
      const { limit, after, fields, ...query } = c.req.valid('query')
      const found = await machines.list(query)
      // Of the rows only those of the page are made: there may be fifty thousand.
      const list: List = {
        length: found.length,
        itemAt: (at) => found.slice(at, at + 1).map(machines.row)[0] ?? {},
        keyAt: (at) => String(found[at]?.machine.id),
        after: (key) => found.findIndex(({ machine }) => String(machine.id) === key) + 1 || null,
      }
      return sendPage(c, list, { limit, after, fields }, { report })
    })
    .openapi(routeOf(endpoints.listMachineFixes), async (c) => {
      const found = await machines.list(c.req.valid('query'))
      const pieces = machineFixesAsCsv(found.values().map(machines.row))
      const { today } = await teamDay(store, now)
      return streamReply(
        c,
        { pieces, type: 'text/csv; charset=utf-8', report },
        { 'content-disposition': `attachment; filename="hotfix-report_${today}_machines.csv"` },
      )
    })
    .openapi(routeOf(endpoints.viewMachine), async (c) => {
      const { id } = c.req.valid('param')
      const found = existing(await machines.find(Number(id)), `machine ${id}`)
      return c.json(found, 200)
    })
    .openapi(routeOf(endpoints.deleteMachine), async (c) => {
      const { id } = c.req.valid('param')
      existing(await store.machines.remove(Number(id), nameOf(c.get('principal'))), `machine ${id}`)
      return sendNothing(c)
    })
    .openapi(routeOf(endpoints.forgetMachine), async (c) => {
      const { name } = c.req.valid('json')
      existing(await store.machines.forget(name, nameOf(c.get('principal'))), 'machine of this name')
      return c.json(await machines.counts(), 200)
    })
    .openapi(routeOf(endpoints.setRetention), async (c) => {
      await store.machines.setRetention(c.req.valid('json'), nameOf(c.get('principal')))
      await store.machines.ageOut()
      return c.json(await store.machines.retention(), 200)
    })
    .openapi(routeOf(endpoints.reportAttempts), async (c) => {
      const key = keyIn(c.req.valid('header'))
      const { attempts } = c.req.valid('json')
      return c.json(await store.machines.attempt(attempts, nameOf(c.get('principal')), key), 200)
    })
}
