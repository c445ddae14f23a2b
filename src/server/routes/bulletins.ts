import { firstLoad } from '../../contract/endpoints/first-load.ts'
import { reading } from '../../contract/endpoints/reading.ts'
import { filteredBulletins } from '../../domain/filter/apply.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { withRecorded } from '../../domain/lab/recorded.ts'
import type { Catalogue } from '../catalogue.ts'
import { bulletinsAsCsv } from '../csv.ts'
import { memoizeByVersion } from '../memoize-by-version.ts'
import { prepareListReply } from '../list-reply.ts'
import { prepareReply, sendReply } from '../reply.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { noSuch } from './problems.ts'
import { sendProblem } from '../problem.ts'

type Deps = { store: Store; catalogue: Catalogue; now: () => Date }

/** Reading bulletins and platforms. What is asked for whole is serialised and compressed once per version of the store. */
export function bulletinRoutes({ store, catalogue, now }: Deps): Routes {
  const index = memoizeByVersion(store.version, async () => prepareReply((await catalogue.index()).table))
  const platforms = memoizeByVersion(store.version, async () => prepareListReply((await catalogue.index()).tree))
  const list = memoizeByVersion(catalogue.version, async () => {
    const { table, summaryAt } = await catalogue.columns()
    return prepareReply(Array.from({ length: table.rows }, (_, row) => summaryAt(row)))
  })

  return routeGroup()
    .openapi(routeOf(reading.listBulletins), async (c) => {
      const query = c.req.valid('query')
      if (Object.keys(query).length === 0) return sendReply(c, await list())
      const columns = await catalogue.columns()
      return sendReply(c, prepareReply(filteredBulletins(columns, filterOf(query), query.sort)))
    })
    .openapi(routeOf(firstLoad.indexBulletins), async (c) => sendReply(c, await index()))
    .openapi(routeOf(reading.exportBulletins), async (c) => {
      const query = c.req.valid('query')
      const columns = await catalogue.columns()
      const exportedOn = now().toISOString().slice(0, 10)
      const filter = Object.entries(query)
        .map(([field, value]) => `${field}=${value}`)
        .join('&')
      const name = ['hotfix-report', exportedOn, ...Object.keys(query)].join('_')
      c.header('content-disposition', `attachment; filename="${name}.csv"`)
      c.header('content-type', 'text/csv; charset=utf-8')
      return c.body(bulletinsAsCsv(filteredBulletins(columns, filterOf(query), query.sort), { filter, exportedOn }))
    })
    .openapi(routeOf(firstLoad.listPlatforms), async (c) => sendReply(c, await platforms()))
    .openapi(routeOf(reading.viewBulletin), async (c) => {
      const { id } = c.req.valid('param')
      const [found, recorded] = await Promise.all([store.find(id), store.lab.recorded(id)])
      if (found === null) return sendProblem(c, 404, noSuch(`bulletin ${id}`))
      return sendReply(c, prepareReply(withRecorded(found, recorded)))
    })
}
