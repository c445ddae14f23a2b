import { releases as endpoints } from '../../contract/endpoints/releases.ts'
import type { Overviews } from '../overview.ts'
import { prepareReply, sendReply } from '../http/reply.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { existing } from './problems.ts'

/** What publishers brought out together, and how far the fleet is with it. */
export const releaseRoutes = ({ overviews }: { overviews: Overviews }): Routes =>
  routeGroup()
    .openapi(routeOf(endpoints.listReleases), async (c) => sendReply(c, prepareReply(await overviews.releases())))
    .openapi(routeOf(endpoints.viewOverview), async (c) => {
      const query = c.req.valid('query')
      const overview = existing(await overviews.of(c.get('principal'), query), `release ${query.release ?? ''}`)
      return sendReply(c, prepareReply(overview))
    })
