import type * as z from 'zod'
import type { Endpoint } from '../../contract/endpoints/endpoint.ts'
import { problemMedia, ProblemDetails } from '../problem.ts'
import { maxBodyBytes } from '../routes/bodies/take-body.ts'
import { isFlag } from '../routes/flags.ts'
import { describePaging } from '../routes/paging.ts'
import type { EndpointName, Operation } from './operations.ts'
import type { describeSchemas } from './schemas.ts'
import { errorsOf, errorStatuses, type ErrorStatus } from './statuses.ts'

type Schemas = ReturnType<typeof describeSchemas>

type Given = {
  name: EndpointName
  endpoint: Endpoint
  operation: Operation
  inputs: Schemas
  outputs: Schemas
}

const successes = { 200: 'Success', 201: 'Created', 302: 'Redirect' } as const

const refToHeader = (name: string) => ({ $ref: `#/components/headers/${name}` })

const isOptional = (schema: z.ZodType) => schema.safeParse(undefined).success

function parametersOf({ params, query, reply, isKeyed, isConditional, isPaged }: Endpoint, inputs: Schemas) {
  const named = (where: 'path' | 'query', { shape }: z.ZodObject) =>
    Object.entries(shape).map(([name, field]) => {
      const schema = field as z.ZodType
      const described = isFlag(schema) ? { type: 'boolean' } : inputs.of(schema)
      return { name, in: where, required: !isOptional(schema), schema: described }
    })
  const refs = [isKeyed && 'IdempotencyKey', isConditional && 'IfMatch']
  return [
    ...named('path', params),
    ...named('query', query),
    ...(isPaged ? describePaging(reply) : []),
    ...refs.flatMap((ref) => (ref ? [{ $ref: `#/components/parameters/${ref}` }] : [])),
  ]
}

function bodyOf(endpoint: Endpoint, inputs: Schemas) {
  const { body } = endpoint
  if (body === undefined) return {}
  const content =
    body === 'document'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: inputs.of(body) } }
  const description = `At most ${maxBodyBytes(endpoint) / 1024} KiB.`
  return { requestBody: { description, required: true, content } }
}

/** Without a session and a token only what is open to anyone; what is personal is refused to tokens. */
function securityOf({ role, isPersonal }: Endpoint) {
  if (role === 'anyone') return { security: [] }
  return isPersonal ? { security: [{ session: [] }] } : {}
}

/** One endpoint as an operation of OpenAPI. Its operationId is its name in the endpoint table. */
export function describeOperation({ name, endpoint, operation, inputs, outputs }: Given) {
  const { tag, summary, description, success = [200], conflict } = operation
  const { role, media = 'application/json', reply, isPaged } = endpoint
  const answer = (status: keyof typeof successes) => ({
    description: successes[status],
    ...(status === 200
      ? isPaged && { headers: { Link: refToHeader('Link') } }
      : { headers: { Location: refToHeader('Location') } }),
    ...(status !== 302 && { content: { [media]: { schema: outputs.of(reply) } } }),
  })
  const problem = (status: ErrorStatus) => {
    const { name: response, description: meaning } = errorStatuses[status]
    if (status !== 412 || conflict === undefined) return { $ref: `#/components/responses/${response}` }
    const schema = { allOf: [outputs.of(ProblemDetails), outputs.of(conflict)] }
    return { description: meaning, content: { [problemMedia]: { schema } } }
  }
  const parameters = parametersOf(endpoint, inputs)
  const least = role === 'anyone' ? [] : [`Requires the role \`${role}\`.`]
  const words = [...(description === undefined ? [] : [description]), ...least].join(' ')
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(words !== '' && { description: words }),
    ...securityOf(endpoint),
    ...(parameters.length > 0 && { parameters }),
    ...bodyOf(endpoint, inputs),
    responses: {
      ...Object.fromEntries<unknown>(success.map((status) => [status, answer(status)])),
      ...Object.fromEntries<unknown>(errorsOf(endpoint, operation).map((status) => [status, problem(status)])),
    },
  }
}
