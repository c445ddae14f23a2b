import { releases as endpoints } from '../../contract/endpoints/releases.ts'
import { releasesIn } from '../../domain/releases/list.ts'
import type { Catalogue } from '../catalogue.ts'
import { memoizeByVersion } from '../memoize-by-version.ts'
import { prepareReply, sendReply } from '../reply.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

/** What publishers brought out together. */
export function releaseRoutes({ catalogue }: { catalogue: Pick<Catalogue, 'index' | 'indexVersion'> }): Routes {
  const list = memoizeByVersion(catalogue.indexVersion, async () =>
    prepareReply(releasesIn((await catalogue.index()).held.table)),
  )
  return routeGroup().openapi(routeOf(endpoints.listReleases), async (c) => sendReply(c, await list()))
}
