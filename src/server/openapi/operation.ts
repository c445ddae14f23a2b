import type * as z from 'zod'
import { maxBodyKiB, nothing, type Endpoint } from '../../contract/endpoints/endpoint.ts'
import { problemMedia, ProblemDetails } from '../http/problem.ts'
import { maxBodyBytes } from '../routes/bodies/take-body.ts'
import { isFlag } from '../routes/flags.ts'
import { describePaging } from '../routes/paging.ts'
import type { EndpointName, Operation } from './operations.ts'
import type { describeSchemas } from './schemas.ts'
import { errorsOf, errorStatuses, type ErrorStatus } from './statuses.ts'

type Schemas = ReturnType<typeof describeSchemas>

/** What operations have in places of their own or by reference. */
export type DescribedOperation = {
  parameters?: object[]
  responses: Record<string, object>
  [key: string]: unknown
}

type Given = {
  name: EndpointName
  endpoint: Endpoint
  operation: Operation
  schemas: Schemas
}

const successes = { 200: 'OK', 201: 'Created', 204: 'Done', 302: 'Redirect' } as const

const refToHeader = (name: string) => ({ $ref: `#/components/headers/${name}` })

const isOptional = (schema: z.ZodType) => schema.safeParse(undefined).success

function describeParameters(where: 'path' | 'query', { shape }: z.ZodObject = nothing, schemas: Schemas): object[] {
  return Object.entries(shape).map(([name, field]) => {
    const schema = field as z.ZodType
    const described = isFlag(schema) ? { type: 'boolean' } : schemas.of(schema, 'input')
    return { name, in: where, ...(!isOptional(schema) && { required: true }), schema: described }
  })
}

/** The parameters of a path: all of its operations have them. */
export const pathParameters = ({ params }: Endpoint, schemas: Schemas) => describeParameters('path', params, schemas)

function parametersOf({ query, reply, isKeyed, isConditional, isPaged }: Endpoint, schemas: Schemas) {
  const refs = [isKeyed && 'IdempotencyKey', isConditional && 'IfMatch']
  return [
    ...describeParameters('query', query, schemas),
    ...(isPaged ? describePaging(reply) : []),
    ...refs.flatMap((ref) => (ref ? [{ $ref: `#/components/parameters/${ref}` }] : [])),
  ]
}

function bodyOf(endpoint: Endpoint, schemas: Schemas) {
  const { body } = endpoint
  if (body === undefined) return {}
  const content =
    body === 'document'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemas.of(body, 'input') } }
  const most = maxBodyBytes(endpoint) / 1024
  const limit = most !== maxBodyKiB.usual && { description: `At most ${most} KiB.` }
  return { requestBody: { ...limit, required: true, content } }
}

/** Without a session and a token only what is open to anyone; what is personal is refused to tokens. */
function securityOf({ role, isPersonal }: Endpoint) {
  if (role === 'anyone') return { security: [] }
  return isPersonal ? { security: [{ session: [] }] } : {}
}

/** One endpoint as an operation of OpenAPI. Its operationId is its name in the endpoint table. */
export function describeOperation({ name, endpoint, operation, schemas }: Given): DescribedOperation {
  const { tag, summary, description, conflict } = operation
  const { role, media = 'application/json', reply, isPaged } = endpoint
  const { success = [reply === nothing ? 204 : 200] } = operation
  const answer = (status: keyof typeof successes) => ({
    description: successes[status],
    ...(status === 200 && isPaged && { headers: { Link: refToHeader('Link') } }),
    ...((status === 201 || status === 302) && { headers: { Location: refToHeader('Location') } }),
    ...((status === 200 || status === 201) && { content: { [media]: { schema: schemas.of(reply) } } }),
  })
  const problem = (status: ErrorStatus) => {
    if (status !== 412 || conflict === undefined) return { $ref: `#/components/responses/${status}` }
    const schema = { allOf: [schemas.of(ProblemDetails), schemas.of(conflict)] }
    return { description: errorStatuses[412], content: { [problemMedia]: { schema } } }
  }
  const parameters = parametersOf(endpoint, schemas)
  const least = role === 'anyone' || role === 'viewer' ? [] : [`Requires the role \`${role}\`.`]
  const words = [...(description === undefined ? [] : [description]), ...least].join(' ')
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(words !== '' && { description: words }),
    ...securityOf(endpoint),
    ...(parameters.length > 0 && { parameters }),
    ...bodyOf(endpoint, schemas),
    responses: {
      ...Object.fromEntries<object>(success.map((status) => [status, answer(status)])),
      ...Object.fromEntries<object>(errorsOf(endpoint, operation).map((status) => [status, problem(status)])),
    },
  }
}
