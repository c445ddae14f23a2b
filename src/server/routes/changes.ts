import { changes } from '../../contract/endpoints/changes.ts'
import type { ChangeKind } from '../../contract/changes.ts'
import { changedTogether } from '../../domain/changes/together.ts'
import { nameOf } from '../access/principal.ts'
import { prepareReply, sendReply } from '../http/reply.ts'
import { sendProblem } from '../http/problem.ts'
import type { ChangePlace } from '../store/changes.ts'
import type { Store } from '../store/store.ts'
import { notHere } from './access.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { listBy, notInList, sendPage } from './paging.ts'

/** A place of the list as its address has it: `4711.KB5060842`. */
const keyOf = ({ event, bulletin }: ChangePlace) => `${event}.${bulletin}`

function placeIn(key: string): ChangePlace | null {
  const [, event = '', bulletin = ''] = /^(\d{1,10})\.(.+)$/.exec(key) ?? []
  return event === '' ? null : { event: Number(event), bulletin }
}

/** What has changed, and up to where people have seen it. */
export const changeRoutes = ({ store }: { store: Store }): Routes =>
  routeGroup()
    .openapi(routeOf(changes.listChanges), async (c) => {
      const { since = '0', kind, limit, after, fields } = c.req.valid('query')
      const beyond = after === undefined ? null : placeIn(after)
      if (after !== undefined && beyond === null) return sendProblem(c, 400, notInList)
      const kinds = (kind?.split(',') ?? null) as ChangeKind[] | null
      // One more than is asked for tells whether there is a next page.
      const atMost = limit === undefined ? Number.MAX_SAFE_INTEGER : limit + 1
      const found = await store.changes.list({ since: Number(since), kinds }, beyond, atMost)
      if (found === null) return sendProblem(c, 400, notInList)
      return sendPage(c, listBy(found, keyOf), { limit, fields })
    })
    .openapi(routeOf(changes.lastChanges), async (c) => {
      const { since = '0' } = c.req.valid('query')
      // The number first: what changes meanwhile is told now, and once more to who asks from there.
      const last = await store.events.last()
      const known = await store.changes.last()
      return sendReply(c, prepareReply({ last, changes: changedTogether(known, Number(since)) }))
    })
    .openapi(routeOf(changes.setSeen), async (c) => {
      const principal = c.get('principal')
      if (principal?.by !== 'session') return sendProblem(c, 404, notHere)
      return c.json({ event: await store.changes.see(nameOf(principal), c.req.valid('json').event) }, 200)
    })
