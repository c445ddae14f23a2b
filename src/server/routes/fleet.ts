import { items } from '../../contract/endpoints/items.ts'
import { fleet } from '../../contract/endpoints/fleet.ts'
import { machinesByPlatform } from '../../domain/fleet/exposure.ts'
import { progressOf } from '../../domain/fleet/progress.ts'
import type { CoverageReader } from '../machines/coverage.ts'
import type { Fixes } from '../fixes.ts'
import { readReport, refuseTooMany } from '../machines/read-report.ts'
import { nameOf } from '../access/principal.ts'
import { seesMachines } from '../access/sees-machines.ts'
import { prepareReply, sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { keyIn } from './keys.ts'
import { listOf, sendPage } from './paging.ts'
import { existing } from './problems.ts'
import { etagOf, versionIn } from './versions.ts'
import { sendProblem } from '../http/problem.ts'

/** The machines that there are, and how long rollouts to them took. */
type Deps = { store: Store; fixes: Fixes; coverage: CoverageReader }

export function fleetRoutes({ store, fixes, coverage }: Deps): Routes {
  return routeGroup()
    .openapi(routeOf(fleet.viewFleet), async (c) => {
      const now = await store.fleet.current()
      return sendReply(c, prepareReply(now, etagOf(now)))
    })
    .openapi(routeOf(fleet.setFleet), async (c) => {
      const version = versionIn(c)
      const set = await store.fleet.set(version, c.req.valid('json').lines, nameOf(c.get('principal')))
      if (set !== null) return c.json(set, 200, { etag: etagOf(set) })
      const { by } = await store.fleet.current()
      return sendProblem(c, 412, { code: 'conflict', message: `the fleet was changed meanwhile by ${by ?? ''}` })
    })
    .openapi(routeOf(fleet.viewFleetProgress), async (c) => {
      const [{ lines }, toInstall] = await Promise.all([store.fleet.current(), fixes.toInstall()])
      const checked = await coverage.ofAll(toInstall.keys())
      return c.json({ rows: progressOf(machinesByPlatform(lines), toInstall, checked) }, 200)
    })
    .openapi(routeOf(fleet.viewCoverage), async (c) => {
      const { id } = c.req.valid('param')
      existing(await store.has(id), `bulletin ${id}`)
      return c.json({ ...(await coverage.answer(id, seesMachines(c.get('principal')))), unreadable: [] }, 200)
    })
    .openapi(routeOf(fleet.reportCoverage), async (c) => {
      const { id } = c.req.valid('param')
      const { machines, unreadable } = await readReport(c.req.valid('json').csv)
      const refused = refuseTooMany(machines.length, unreadable.length)
      if (refused !== null && machines.length > 0) return sendProblem(c, 413, refused)
      if (machines.length === 0) {
        const details = [{ field: 'csv', message: 'no line is one of the verification script' }]
        return sendProblem(c, 400, { code: 'invalid', message: 'csv: nothing can be read', details })
      }
      const key = keyIn(c.req.valid('header'))
      existing(await store.fleet.report(id, machines, nameOf(c.get('principal')), key), `bulletin ${id}`)
      return c.json({ ...(await coverage.answer(id, true)), unreadable }, 200)
    })
    .openapi(routeOf(fleet.listRollouts), async (c) =>
      sendPage(c, listOf(await store.fleet.rollouts()), c.req.valid('query')),
    )
    .openapi(routeOf(fleet.recordRollout), async (c) => {
      const { id } = c.req.valid('param')
      const key = keyIn(c.req.valid('header'))
      const made = await store.fleet.record(id, c.req.valid('json'), nameOf(c.get('principal')), key)
      const run = existing(made, `bulletin ${id}`)
      return c.json(run, 201, locationOf(items.viewRollout, { rollout: run.id }))
    })
    .openapi(routeOf(fleet.withdrawRollout), async (c) => {
      const { rollout } = c.req.valid('param')
      existing(await store.fleet.withdraw(Number(rollout), nameOf(c.get('principal'))), `rollout ${rollout}`)
      return c.json(await store.fleet.rollouts(), 200)
    })
}
