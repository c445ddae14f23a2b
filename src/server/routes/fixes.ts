import { fixes as endpoints } from '../../contract/endpoints/fixes.ts'
import { isWithin, platformsNamed } from '../../domain/platforms/platforms.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Fixes } from '../fixes.ts'
import { prepareReply, sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { memoizeByVersion } from '../memoize.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { existing, missing } from './problems.ts'

type Deps = { store: Store; fixes: Fixes; catalogue: Catalogue }

/** Which fix brings a platform up to date. */
export function fixRoutes({ store, fixes, catalogue }: Deps): Routes {
  const fleet = memoizeByVersion(fixes.version, async () => prepareReply(await fixes.fleet()))
  return routeGroup()
    .openapi(routeOf(endpoints.viewPlatformFixes), async (c) => {
      const { id } = c.req.valid('param')
      const { tree } = await catalogue.index()
      // A part of a platform on file is one, too: the fleet may name it.
      if (!tree.some((platform) => isWithin(id, platform.id))) throw missing(`platform ${id}`)
      const found = await fixes.on(id)
      const named = [...found.products, ...found.beside].flatMap(({ platforms }) => platforms)
      return sendReply(c, prepareReply({ ...found, platforms: platformsNamed([id, ...named], tree) }))
    })
    .openapi(routeOf(endpoints.listBulletinFixes), async (c) => {
      const { id } = c.req.valid('param')
      existing(await store.has(id), `bulletin ${id}`)
      return sendReply(c, prepareReply(await fixes.of(id)))
    })
    .openapi(routeOf(endpoints.viewFleetFixes), async (c) => sendReply(c, await fleet()))
}
