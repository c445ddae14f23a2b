import type { Bulletin } from '../../contract/bulletin.ts'
import { history } from '../../contract/endpoints/history.ts'
import type { Version } from '../../contract/history.ts'
import { withRecorded } from '../../domain/lab/recorded.ts'
import { prepareReply, sendReply } from '../reply.ts'
import type { Replaced, Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { noSuch } from './problems.ts'

/** The versions of a bulletin, the newest first. What is kept with a replaced one is what the next one changed of it. */
function versionsOf(current: Bulletin, replaced: readonly Replaced[]): Version[] {
  const held = [{ until: null, bulletin: current }, ...replaced]
  return held.map(({ until, bulletin: { updatedOn, revision } }, at) => ({
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
        store.history(id),
        store.lab.recorded(id),
      ])
      if (current === null) return c.json(noSuch(`bulletin ${id}`), 404)
      const { urgency, tests, knownIssues, platforms } = withRecorded(current, recorded)
      const judged = { urgency, tests, knownIssues, platforms }
      return c.json({ versions: versionsOf(current, replaced), events, judged }, 200)
    })
    .openapi(routeOf(history.viewVersion), async (c) => {
      const { id, version } = c.req.valid('param')
      const [current, replaced] = await Promise.all([store.find(id), store.history(id)])
      // The newest first.
      const held = current === null ? [] : [current, ...replaced.map(({ bulletin }) => bulletin)]
      const found = held.at(held.length - Number(version))
      if (found === undefined || Number(version) > held.length)
        return c.json(noSuch(`version ${version} of ${id}`), 404)
      return sendReply(c, prepareReply(found))
    })
}
