/** How an endpoint of the contract becomes a route of the server. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { nothing, type Endpoint } from '../../contract/endpoints/endpoint.ts'
import type { AppEnv } from '../access/principal.ts'
import { problemOfIssues } from './bodies/read-json.ts'
import { takeBody } from './bodies/take-body.ts'
import { flagReader } from './flags.ts'
import { KeyHeader } from './keys.ts'
import { pagingParameters } from './paging.ts'
import { sendProblem } from '../http/problem.ts'
import { oncePer } from '../../domain/table/once.ts'

type Shape<S> = S extends z.ZodObject<infer Fields> ? Fields : typeof nothing.shape

type Query<E extends Endpoint> = z.ZodObject<
  Shape<E['query']> & (E extends { isPaged: true } ? ReturnType<typeof pagingParameters> : object)
>

function makeQuery({ query = nothing, isPaged, reply }: Endpoint): z.ZodType {
  if (query._zod.def.catchall !== undefined) return query
  const known = z.strictObject({ ...query.shape, ...(isPaged && pagingParameters(reply)) })
  return z.preprocess(flagReader(query), known)
}

/** Made once, since specs build hundreds of servers, and schemas are most of what one takes. */
const madeQuery = oncePer(makeQuery)

/**
 * The query of an endpoint as it is read: with flags as booleans, and by pages where it is a list. A parameter that it does
 * not know is refused, unless it says that there may be others.
 */
const queryOf = <E extends Endpoint>(endpoint: E): Query<E> => madeQuery(endpoint) as Query<E>

type Headers<E> = E extends { isKeyed: true } ? { headers: typeof KeyHeader } : object

type Body<B> = B extends z.ZodType
  ? { body: { content: { 'application/json': { schema: B } }; required: true } }
  : object

/** The body of a request, if it has one. A document is read as bytes: nothing of it is known beforehand. */
function bodyOf<B>(body: B): Body<B> {
  if (body === undefined) return {} as Body<B>
  const content =
    body === 'document'
      ? { 'application/octet-stream': { schema: z.string() } }
      : { 'application/json': { schema: body } }
  return { body: { content, required: true } } as Body<B>
}

/** The route of an endpoint. Query parameters that it does not know are refused, so that no typing error goes unnoticed. */
export function routeOf<E extends Endpoint>(endpoint: E) {
  const params = (endpoint.params ?? nothing) as z.ZodObject<Shape<E['params']>>
  const reply: E['reply'] = endpoint.reply
  const answer = { description: '', content: { [endpoint.media ?? 'application/json']: { schema: reply } } }
  return createRoute({
    method: endpoint.method,
    path: endpoint.path,
    middleware: endpoint.body === undefined ? [] : [takeBody(endpoint)],
    request: {
      params,
      query: queryOf(endpoint),
      ...((endpoint.isKeyed ? { headers: KeyHeader } : {}) as Headers<E>),
      ...bodyOf(endpoint.body as E['body']),
    },
    responses: { 200: answer, 201: answer },
  })
}

/** A group of routes, without the shapes of each: all of them together are more than a type can hold. */
export type Routes = OpenAPIHono<AppEnv>

/** A group of routes whose refused parameters are answered as a problem that names them. */
export function routeGroup(): Routes {
  const group = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) =>
      result.success ? undefined : sendProblem(c, 400, problemOfIssues(result.error.issues)),
  })
  const { openapi } = group
  // A body has been checked when it was taken, and is not checked once more.
  group.openapi = (route, handler, hook) =>
    openapi({ ...route, hide: true, request: { ...route.request, body: undefined } }, handler, hook)
  return group
}
