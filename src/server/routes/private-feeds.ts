import type { Context } from 'hono'
import { anyone } from '../../contract/person-name.ts'
import { privateFeeds } from '../../contract/endpoints/private-feeds.ts'
import { privateFeedsOfPerson } from '../../contract/limits.ts'
import type { PrivateFeed, PrivateFeedKind } from '../../contract/private-feeds.ts'
import type { Problem } from '../../contract/problem.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import { mayLeave } from '../../domain/bulletin/tlp.ts'
import { firstBulletins } from '../../domain/filter/apply.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { wayOf, type Admission } from '../access/admission.ts'
import type { RateLimits } from '../access/limits.ts'
import { nameOf, type AppEnv } from '../access/principal.ts'
import { privateReadersOf, type PrivateReader } from '../access/private-readers.ts'
import type { AuditOnce } from '../access/rate-limited-audit.ts'
import { feedPrefix, freshSecret, hashOf } from '../access/secrets.ts'
import { maxEntries } from '../feed-text.ts'
import type { Calendars } from '../calendar/calendars.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { queryOf } from '../catalogue/query-of.ts'
import { prepareText, sendReply } from '../http/reply.ts'
import { sendProblem } from '../http/problem.ts'
import type { Store } from '../store/store.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { ownerOf } from './own.ts'
import { existing, goneMeanwhile, refusedField } from './problems.ts'
import { publicAddress } from './public-address.ts'

type Deps = {
  store: Store
  catalogue: Catalogue
  calendars: Calendars
  admission: Admission
  limits: RateLimits
  notice: AuditOnce
  origin: string | null
  now: () => Date
}

/** The same whatever is wrong: nobody is to learn whether a secret was ever right. */
const nothingThere = { code: 'not_found', message: 'there is nothing at this address' } satisfies Problem

const files = { atom: privateFeeds.readPrivateFeed, calendar: privateFeeds.readPrivateCalendar }

/** Private addresses. */
export function privateFeedRoutes(deps: Deps): Routes {
  const { store, catalogue, calendars, admission, limits, notice, origin, now } = deps
  const readerOf = privateReadersOf({ store, admission, limits, now })
  const originOf = (c: Context) => publicAddress(c, origin).origin

  async function atomOf(c: Context, { feed, principal }: PrivateReader, query: BulletinQuery): Promise<string> {
    const columns = await catalogue.columnsFor(principal, query)
    const newest = firstBulletins(columns, filterOf(query), 'changed', {
      most: maxEntries,
      isWanted: ({ tlp }) => mayLeave(tlp),
    })
    const changes = await store.changes.newest(newest.map(({ id }) => id))
    const id = `urn:hotfix-report:private-feed:${feed.id}`
    const { bulletinsAsAtom } = await import('../atom.ts')
    // Without the address of the feed itself: who passes an entry on does not pass on the secret.
    return bulletinsAsAtom(newest, { language: feed.language, origin: originOf(c), id, title: feed.name, changes })
  }

  /** Answers who has the secret of an address of this kind. */
  async function answer(
    c: Context<AppEnv>,
    kind: PrivateFeedKind,
    type: string,
    make: (reader: PrivateReader, query: BulletinQuery) => Promise<string>,
  ) {
    const reader = await readerOf(c, c.req.param('secret') ?? '')
    if (typeof reader === 'number') {
      await notice(c, (address) => ({ who: anyone, what: 'too-many', detail: { of: 'private-feeds', address } }))
      const refused = { code: 'too_many', message: 'too many wrong addresses; try again later' } satisfies Problem
      return sendProblem(c, 429, refused, { 'retry-after': String(reader) })
    }
    const query = reader?.feed.kind === kind ? queryOf(reader.feed.search) : null
    if (reader === null || query === null) return sendProblem(c, 404, nothingThere)
    return sendReply(c, prepareText(await make(reader, query), type))
  }

  const own = async (c: Context<AppEnv>): Promise<PrivateFeed[]> => {
    const owner = await ownerOf(c.get('principal'), store)
    return owner === null ? [] : store.privateFeeds.list(owner)
  }

  return routeGroup()
    .openapi(routeOf(privateFeeds.listPrivateFeeds), async (c) => c.json(await own(c), 200))
    .openapi(routeOf(privateFeeds.viewPrivateFeed), async (c) => {
      const { id } = c.req.valid('param')
      const feed = (await own(c)).find((each) => each.id === Number(id))
      return c.json(existing(feed, `private feed ${id}`), 200)
    })
    .openapi(routeOf(privateFeeds.makePrivateFeed), async (c) => {
      const feed = c.req.valid('json')
      if (queryOf(feed.search) === null)
        return sendProblem(c, 400, refusedField('search', 'expected a filter of the page of alerts'))
      const owner = await ownerOf(c.get('principal'), store)
      if (owner === null) return sendProblem(c, 401, goneMeanwhile)
      const secret = `${feedPrefix}${freshSecret()}`
      const from = { owner, way: wayOf(admission), who: nameOf(c.get('principal')) }
      const made = await store.privateFeeds.make(feed, hashOf(secret), from)
      if (made === null) {
        const message = `there are ${privateFeedsOfPerson} already; revoke one first`
        return sendProblem(c, 409, { code: 'conflict', message })
      }
      const address = `${originOf(c)}${locationOf(files[feed.kind], { secret }).location}`
      const headers = { ...locationOf(privateFeeds.viewPrivateFeed, { id: made.id }), 'cache-control': 'no-store' }
      return c.json({ ...made, address }, 201, headers)
    })
    .openapi(routeOf(privateFeeds.revokePrivateFeed), async (c) => {
      const { id } = c.req.valid('param')
      const owner = await ownerOf(c.get('principal'), store)
      const isGone = owner !== null && (await store.privateFeeds.revoke(owner, Number(id), nameOf(c.get('principal'))))
      existing(isGone, `private feed ${id}`)
      return c.json(await own(c), 200)
    })
    .openapi(routeOf(privateFeeds.listPeopleFeeds), async (c) => c.json(await store.privateFeeds.all(), 200))
    .openapi(routeOf(privateFeeds.revokePersonFeed), async (c) => {
      const { id } = c.req.valid('param')
      existing(await store.privateFeeds.revokeAny(Number(id), nameOf(c.get('principal'))), `private feed ${id}`)
      return c.json(await store.privateFeeds.all(), 200)
    })
    .openapi(routeOf(privateFeeds.readPrivateFeed), (c) =>
      answer(c, 'atom', 'application/atom+xml; charset=utf-8', (reader, query) => atomOf(c, reader, query)),
    )
    .openapi(routeOf(privateFeeds.readPrivateCalendar), (c) =>
      answer(c, 'calendar', 'text/calendar; charset=utf-8', ({ feed, principal }, query) =>
        calendars.ofFeed(feed, principal, query, originOf(c)),
      ),
    )
}
