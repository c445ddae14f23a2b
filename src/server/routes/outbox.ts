import { outbox as endpoints } from '../../contract/endpoints/outbox.ts'
import type { Principal } from '../access/principal.ts'
import { recentArrivals } from '../notices/arrivals.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { listOf, notInList, sendPage } from './paging.ts'
import { sendProblem } from '../http/problem.ts'

/** Notices of a page, unless another number is asked for: the log is long. */
const usualPage = 100

/** What one may see of the log: what is theirs and of teams; who works alone sees all. */
const personOf = (principal: Principal | null): string | null =>
  principal?.by === 'single-user' ? null : principal?.by === 'session' ? principal.name : ''

const numberIn = (text: string | undefined) => (text === undefined ? undefined : Number(text))

/** What was sent, to whom, when, and what came back. */
type Deps = { store: Pick<Store, 'outbox'>; origin: string | null; now: () => Date }

export const outboxRoutes = ({ store: { outbox }, origin, now }: Deps): Routes =>
  routeGroup()
    .openapi(routeOf(endpoints.listNotices), async (c) => {
      const { subscription, channel, failing, limit = usualPage, after, fields } = c.req.valid('query')
      const filter = {
        subscription: numberIn(subscription),
        channel: numberIn(channel),
        isFailing: failing === 'yes',
        person: personOf(c.get('principal')),
      }
      // One more than is asked for tells whether there is a next page.
      const found = await outbox.list(filter, after ?? null, limit + 1)
      if (found === null) return sendProblem(c, 400, notInList)
      return sendPage(c, listOf(found), { limit, fields })
    })
    .openapi(routeOf(endpoints.viewNoticeHealth), async (c) => {
      const { byKind } = await recentArrivals(outbox, now())
      return c.json({ ...byKind, isWithoutAddress: origin === null }, 200)
    })
