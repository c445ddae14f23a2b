import { about } from '../../contract/endpoints/about.ts'
import { describeApi } from '../openapi/document.ts'
import { prepareReply, prepareText, sendReply } from '../http/reply.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

/** The description of the API, made when it is first asked for: it takes as long as hundreds of other answers. */
export function descriptionRoutes(where: Parameters<typeof describeApi>[0]): Routes {
  const make = () => {
    const { description, schemas } = describeApi(where)
    return { text: JSON.stringify(description), schemas: prepareReply(schemas) }
  }
  let made: ReturnType<typeof make> | null = null
  return routeGroup()
    .openapi(routeOf(about.describeApi), async (c) => {
      const { text } = (made ??= make())
      // A saved copy leads to the schemas, too.
      const address = new URL(about.describeSchemas.path, where.origin ?? c.req.url)
      return sendReply(c, prepareText(text.replaceAll('"schemas.json#', `"${address.href}#`), 'application/json'))
    })
    .openapi(routeOf(about.describeSchemas), async (c) => sendReply(c, (made ??= make()).schemas))
}
