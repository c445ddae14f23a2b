/** The description of the API, made from the endpoint table (OpenAPI 3.1). */
import type * as z from 'zod'
import { version } from '../version.ts'
import { endpoints } from '../../contract/endpoints.ts'
import { created, maxBodyKiB, type Endpoint } from '../../contract/endpoints/endpoint.ts'
import { sessionCookie } from '../access/sessions.ts'
import { problemMedia, ProblemDetails } from '../http/problem.ts'
import { KeyHeader } from '../routes/keys.ts'
import { describeOperation, pathParameters, type DescribedOperation } from './operation.ts'
import { operations, tags, type EndpointName } from './operations.ts'
import { describeSchemas } from './schemas.ts'
import { shareParts } from './share.ts'
import { errorStatuses } from './statuses.ts'
import { describeWebhooks } from './webhooks.ts'
import { NoticeEvent } from '../../contract/notice-event.ts'

const about = `Should we deploy this fix, when, and did it work: bulletins and monthly updates of Windows, and what a team records of them.

Where a single person works on their own machine, no request needs to be authenticated. Elsewhere people sign in, which sets a cookie, and programs send a token. An anonymous visitor may read where the operator allows it. An operation requires the role \`viewer\`, unless it names another one or \`security\` is empty.

Query parameters that an operation does not know are refused with 400. A body may have ${maxBodyKiB.usual} KiB, unless its operation names another limit. Errors are problem details (RFC 9457). Their \`code\` is stable, and \`detail\` says the same as \`message\`. While the database cannot be reached, every operation but \`viewHealth\` is answered 503.`

const key = KeyHeader.shape['idempotency-key']

const table: [EndpointName, Endpoint][] = Object.entries(endpoints).map(([name, endpoint]) => [
  name as EndpointName,
  endpoint,
])

const isGiven = <T extends z.ZodType>(schema: T | 'document' | undefined): schema is T =>
  schema !== undefined && schema !== 'document'

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** All that is sent and answered. What the contract does not name is called after the first operation that uses it. */
function schemasOf() {
  const sent = new Map<z.ZodType, string>([[key, 'IdempotencyKey']])
  const answered = new Map<z.ZodType, string>([[created, 'Created']])
  const add = (to: Map<z.ZodType, string>, schema: z.ZodType, name: string) =>
    void to.set(schema, to.get(schema) ?? capital(name))
  for (const [name, { params, query, body, reply }] of table) {
    for (const [field, schema] of Object.entries({ ...params?.shape, ...query?.shape }))
      add(sent, schema as z.ZodType, `${name}-${field}`)
    if (isGiven(body)) add(sent, body, `${name}Body`)
    add(answered, reply, `${name}Reply`)
    const { conflict } = operations[name]
    if (conflict !== undefined) add(answered, conflict, `${name}Conflict`)
  }
  for (const schema of [ProblemDetails, NoticeEvent]) add(answered, schema, 'Other')
  return describeSchemas(sent, answered)
}

/**
 * Describes every endpoint of the contract, and the schemas of what they take and answer in a document of their own.
 *
 * `origin`: where people reach the server, null for wherever this document was loaded from
 */
export function describeApi({ origin, isSecure }: { origin: string | null; isSecure: boolean }) {
  const schemas = schemasOf()
  const paths: Record<string, Partial<DescribedOperation>> = {}
  const described = table.map(([name, endpoint]) => {
    const operation = describeOperation({ name, endpoint, operation: operations[name], schemas })
    const parameters = pathParameters(endpoint, schemas)
    const path = (paths[endpoint.path] ??= parameters.length === 0 ? {} : { parameters })
    // Where one takes others than the rest of its path, they are its own.
    if (JSON.stringify(parameters) !== JSON.stringify(path.parameters ?? []))
      operation.parameters = [...parameters, ...(operation.parameters ?? [])]
    path[endpoint.method] = operation
    return operation
  })
  const { parameters, responses } = shareParts([...Object.values(paths), ...described])
  const errors = Object.fromEntries(
    Object.entries(errorStatuses).map(([status, description]) => [
      status,
      {
        description,
        ...(status === '429' && { headers: { 'Retry-After': { schema: { type: 'integer' } } } }),
        content: { [problemMedia]: { schema: schemas.of(ProblemDetails) } },
      },
    ]),
  )
  const description = {
    openapi: '3.1.0',
    info: {
      title: 'HotFix Report',
      version,
      description: about,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin ?? '/' }],
    security: [{ bearerAuth: [] }, { session: [] }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    webhooks: describeWebhooks(schemas),
    components: {
      responses: { ...responses, ...errors },
      headers: {
        Location: { description: 'The address of what was created, or to go to.', schema: { type: 'string' } },
        Link: {
          description: 'The next page, where there is one.',
          schema: { type: 'string' },
          example: '</api/bulletins?limit=100&after=MS05-019>; rel="next"',
        },
      },
      parameters: {
        ...parameters,
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'What you send again under the same key, because the answer was lost, is done once.',
          schema: schemas.of(key, 'input'),
        },
        IfMatch: {
          name: 'If-Match',
          in: 'header',
          required: true,
          description: 'The ETag of the state that is replaced, as the GET of the same address tells it.',
          schema: { type: 'string' },
          example: '"42"',
        },
      },
      securitySchemes: {
        bearerAuth: { type: 'http', scheme: 'bearer', description: 'An API token, for programs.' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie(isSecure), description: 'Set by signing in.' },
      },
    },
  }
  return { description, schemas: schemas.neededBy(description) }
}
