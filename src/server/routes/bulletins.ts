import { endpoints } from '../../contract/endpoints.ts'
import type { Problem } from '../../contract/problem.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import { buildColumns } from '../../domain/filter/columns.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { platformTree } from '../../domain/platforms.ts'
import { oncePerVersion } from '../once-per-version.ts'
import { prepareReply, sendReply } from '../reply.ts'
import type { BulletinStore } from '../store/store.ts'
import { routeGroup, routeOf } from './describe.ts'

/** Reading bulletins and platforms. The whole index is serialised and compressed once per version of the store. */
export function bulletinRoutes({ store }: { store: BulletinStore }) {
  const all = oncePerVersion(store, async () => {
    const [summaries, platforms] = await Promise.all([store.summaries(), store.platforms()])
    const tree = platformTree(platforms, summaries)
    return {
      tree,
      columns: buildColumns(summaries, tree),
      indexReply: await prepareReply(summaries),
      treeReply: await prepareReply(tree),
    }
  })

  return routeGroup()
    .openapi(routeOf(endpoints.listBulletins), async (c) => {
      const query = c.req.valid('query')
      const { columns, indexReply } = await all()
      if (Object.keys(query).length === 0) return sendReply(c, indexReply)
      return sendReply(c, await prepareReply(applyFilter(columns, filterOf(query), query.sort).bulletins))
    })
    .openapi(routeOf(endpoints.listPlatforms), async (c) => sendReply(c, (await all()).treeReply))
    .openapi(routeOf(endpoints.viewBulletin), async (c) => {
      const { id } = c.req.valid('param')
      const found = await store.find(id)
      if (found === null)
        return c.json({ code: 'not_found', message: `there is no bulletin ${id}` } satisfies Problem, 404)
      return sendReply(c, await prepareReply(found))
    })
}
