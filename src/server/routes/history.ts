import { history } from '../../contract/endpoints/history.ts'
import { withRecorded } from '../../domain/lab/recorded.ts'
import { withoutMachineNames } from '../../domain/fleet/without-names.ts'
import { seesMachines } from '../access/sees-machines.ts'
import { prepareReply, sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { existing } from './problems.ts'
import { packed } from '../../domain/bulletin/packed.ts'

/** What a bulletin was before. */
export function historyRoutes({ store }: { store: Store }): Routes {
  return routeGroup()
    .openapi(routeOf(history.viewHistory), async (c) => {
      const { id } = c.req.valid('param')
      // The events first: what happens meanwhile may be told too early, and never too late.
      const events = await store.events.of(id)
      const [current, versions, recorded] = await Promise.all([
        store.find(id),
        store.versions(id),
        store.lab.recorded(id),
      ])
      const bulletin = withRecorded(existing(current, `bulletin ${id}`), recorded)
      const { urgency, tests, knownIssues, supportPages, platforms } = bulletin
      const judged = { urgency, tests, knownIssues, supportPages, platforms }
      const shown = seesMachines(c.get('principal')) ? events : events.map(withoutMachineNames)
      return c.json({ versions, events: shown, judged }, 200)
    })
    .openapi(routeOf(history.viewVersion), async (c) => {
      const { id, version } = c.req.valid('param')
      const found = existing(await store.readVersion(id, Number(version)), `version ${version} of ${id}`)
      return sendReply(c, prepareReply(packed(found)))
    })
}
