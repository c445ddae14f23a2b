import { publishing } from '../../contract/endpoints/publishing.ts'
import { firstBulletins } from '../../domain/filter/apply.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { platformIdsIn } from '../../feeds/csaf/export/data-note.ts'
import { maxEntries } from '../feed-text.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { prepareReply, prepareText, sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { publicAddress } from './public-address.ts'
import { existing } from './problems.ts'

type Deps = {
  store: Store
  catalogue: Catalogue
  /** Where people reach this server; null for wherever they do. */
  origin: string | null
}

/** What goes out to other readers and tools: a feed, and advisories. */
export function publishingRoutes({ store, catalogue, origin }: Deps): Routes {
  return routeGroup()
    .openapi(routeOf(publishing.feedBulletins), async (c) => {
      const { lang = 'ja', ...query } = c.req.valid('query')
      const columns = await catalogue.columnsFor(c.get('principal'), query)
      const self = publicAddress(c, origin)
      const newest = firstBulletins(columns, filterOf(query), 'changed', { most: maxEntries })
      const changes = await store.changes.newest(newest.map(({ id }) => id))
      // Loaded with the first feed.
      const { bulletinsAsAtom } = await import('../atom.ts')
      const feed = bulletinsAsAtom(newest, { language: lang, origin: self.origin, self: self.href, changes })
      return sendReply(c, prepareText(feed, 'application/atom+xml; charset=utf-8'))
    })
    .openapi(routeOf(publishing.exportAdvisory), async (c) => {
      const { id } = c.req.valid('param')
      const { lang = 'ja' } = c.req.valid('query')
      const bulletin = existing(await store.find(id), `bulletin ${id}`)
      const namespace = publicAddress(c, origin).origin
      const platforms = await store.platforms(platformIdsIn(bulletin))
      const { advisoryOf, fileNameOf } = await import('../../feeds/csaf/export/advisory.ts')
      const advisory = advisoryOf(bulletin, { language: lang, namespace, platforms })
      c.header('content-disposition', `attachment; filename="${fileNameOf(id)}"`)
      return sendReply(c, prepareReply(advisory))
    })
}
