import { about } from '../../contract/endpoints/about.ts'
import { openApiDocument } from '../openapi/document.ts'
import { prepareReply, sendReply, type PreparedReply } from '../reply.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

/** The description of the API, made when it is first asked for: it takes as long as hundreds of other answers. */
export function descriptionRoutes(where: Parameters<typeof openApiDocument>[0]): Routes {
  let made: PreparedReply | null = null
  return routeGroup().openapi(routeOf(about.describeApi), async (c) =>
    sendReply(c, (made ??= prepareReply(openApiDocument(where)))),
  )
}
