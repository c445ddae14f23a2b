import { reading } from '../../contract/endpoints/reading.ts'
import type { Problem } from '../../contract/problem.ts'
import { Summary } from '../../contract/summary.ts'
import { filteredBulletins } from '../../domain/filter/apply.ts'
import { buildColumns } from '../../domain/filter/columns.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { platformTree } from '../../domain/platforms.ts'
import { encodeTable } from '../../domain/table/encode.ts'
import { openTable } from '../../domain/table/open.ts'
import { bulletinsAsCsv } from '../csv.ts'
import { oncePerVersion } from '../once-per-version.ts'
import { prepareReply, sendReply } from '../reply.ts'
import type { BulletinStore } from '../store/store.ts'
import { routeGroup, routeOf } from './describe.ts'

/** Reading bulletins and platforms. What is asked for whole is serialised and compressed once per version of the store. */
export function bulletinRoutes({ store, now }: { store: BulletinStore; now: () => Date }) {
  const all = oncePerVersion(store, async () => {
    const [summaries, platforms] = await Promise.all([store.summaries(), store.platforms()])
    const tree = platformTree(platforms, summaries)
    const table = encodeTable(summaries, Summary.shape)
    return {
      columns: buildColumns(openTable(table), tree),
      listReply: await prepareReply(summaries),
      indexReply: await prepareReply(table),
      treeReply: await prepareReply(tree),
    }
  })

  return routeGroup()
    .openapi(routeOf(reading.listBulletins), async (c) => {
      const query = c.req.valid('query')
      const { columns, listReply } = await all()
      if (Object.keys(query).length === 0) return sendReply(c, listReply)
      return sendReply(c, await prepareReply(filteredBulletins(columns, filterOf(query), query.sort)))
    })
    .openapi(routeOf(reading.indexBulletins), async (c) => sendReply(c, (await all()).indexReply))
    .openapi(routeOf(reading.exportBulletins), async (c) => {
      const query = c.req.valid('query')
      const { columns } = await all()
      const exportedOn = now().toISOString().slice(0, 10)
      const filter = Object.entries(query)
        .map(([field, value]) => `${field}=${value}`)
        .join('&')
      const name = ['hotfix-report', exportedOn, ...Object.keys(query)].join('_')
      c.header('content-disposition', `attachment; filename="${name}.csv"`)
      c.header('content-type', 'text/csv; charset=utf-8')
      return c.body(bulletinsAsCsv(filteredBulletins(columns, filterOf(query), query.sort), { filter, exportedOn }))
    })
    .openapi(routeOf(reading.listPlatforms), async (c) => sendReply(c, (await all()).treeReply))
    .openapi(routeOf(reading.viewBulletin), async (c) => {
      const { id } = c.req.valid('param')
      const found = await store.find(id)
      if (found === null)
        return c.json({ code: 'not_found', message: `there is no bulletin ${id}` } satisfies Problem, 404)
      return sendReply(c, await prepareReply(found))
    })
}
