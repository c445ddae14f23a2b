import type { Bulletin } from '../../contract/bulletin.ts'
import { history } from '../../contract/endpoints/history.ts'
import type { Version } from '../../contract/history.ts'
import { withRecorded } from '../../domain/lab/recorded.ts'
import { prepareReply, sendReply } from '../reply.ts'
import type { ReplacedVersion, Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { noSuch } from './problems.ts'
import { sendProblem } from '../problem.ts'

/** The versions of a bulletin, the newest first. What is kept with a replaced one is what the next one changed of it. */
function versionsOf(current: Bulletin, replaced: readonly ReplacedVersion[]): Version[] {
  const held = [{ until: null, updatedOn: current.updatedOn, revision: current.revision }, ...replaced]
  return held.map(({ until, updatedOn, revision }, at) => ({
    number: held.length - at,
    until,
    updatedOn,
    revision,
    changes: replaced[at]?.changes ?? [],
  }))
}

/** What a bulletin was before. */
export function historyRoutes({ store }: { store: Store }): Routes {
  return routeGroup()
    .openapi(routeOf(history.viewHistory), async (c) => {
      const { id } = c.req.valid('param')
      // The events first: what happens meanwhile may be told too early, and never too late.
      const events = await store.events.of(id)
      const [current, replaced, recorded] = await Promise.all([
        store.find(id),
        store.replaced(id),
        store.lab.recorded(id),
      ])
      if (current === null) return sendProblem(c, 404, noSuch(`bulletin ${id}`))
      const { urgency, tests, knownIssues, platforms } = withRecorded(current, recorded)
      const judged = { urgency, tests, knownIssues, platforms }
      return c.json({ versions: versionsOf(current, replaced), events, judged }, 200)
    })
    .openapi(routeOf(history.viewVersion), async (c) => {
      const { id, version } = c.req.valid('param')
      // The current one is the one after the last that was replaced.
      const [before, current] = await Promise.all([store.before(id, Number(version)), store.find(id)])
      const isCurrent = before === null && (await store.replaced(id)).length + 1 === Number(version)
      const found = before ?? (isCurrent ? current : null)
      if (found === null) return sendProblem(c, 404, noSuch(`version ${version} of ${id}`))
      return sendReply(c, prepareReply(found))
    })
}
