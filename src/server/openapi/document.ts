/** The description of the API, made from the endpoint table (OpenAPI 3.1). */
import type * as z from 'zod'
import { version } from '../version.ts'
import { endpoints } from '../../contract/endpoints.ts'
import type { Endpoint } from '../../contract/endpoints/endpoint.ts'
import { sessionCookie } from '../access/sessions.ts'
import { problemMedia, ProblemDetails } from '../problem.ts'
import { KeyHeader } from '../routes/keys.ts'
import { describeOperation } from './operation.ts'
import { operations, tags, type EndpointName } from './operations.ts'
import { describeSchemas, refsIn, type Schema } from './schemas.ts'
import { shareParameters } from './shared-parameters.ts'
import { errorStatuses } from './statuses.ts'
import { describeWebhooks } from './webhooks.ts'
import { NoticeEvent } from '../../contract/notice-event.ts'

const about = `Should we deploy this fix, when, and did it work: bulletins and monthly updates of Windows, and what a team records of them.

Where a single person works on their own machine, no request needs to be authenticated. Elsewhere people sign in, which sets a cookie, and programs send a token. An anonymous visitor may read where the operator allows it.

Query parameters that an operation does not know are refused with 400. Errors are problem details (RFC 9457). Their \`code\` is stable, and \`detail\` says the same as \`message\`.`

const table: [EndpointName, Endpoint][] = Object.entries(endpoints).map(([name, endpoint]) => [
  name as EndpointName,
  endpoint,
])

/** The components that a part of the description needs, directly or through others. */
function used(part: unknown, components: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const needed = new Set(refsIn(part))
  // A set hands out what is added while it is walked through.
  for (const name of needed) for (const other of refsIn(components[name] ?? {})) needed.add(other)
  return Object.fromEntries([...needed].toSorted().map((name) => [name, components[name] ?? {}]))
}

/**
 * Describes every endpoint of the contract.
 *
 * `origin`: where people reach the server, null for wherever this document was loaded from
 */
export function openApiDocument({ origin, isSecure }: { origin: string | null; isSecure: boolean }) {
  const sent = new Set<z.ZodType>()
  const answered = new Set<z.ZodType>([ProblemDetails, NoticeEvent])
  for (const [name, { params, query, body, reply }] of table) {
    for (const schema of Object.values({ ...params.shape, ...query.shape })) sent.add(schema as z.ZodType)
    if (body !== undefined && body !== 'document') sent.add(body)
    answered.add(reply)
    const { conflict } = operations[name]
    if (conflict !== undefined) answered.add(conflict)
  }
  const key = KeyHeader.shape['idempotency-key']
  sent.add(key)
  const inputs = describeSchemas(sent, 'input')
  const outputs = describeSchemas(answered, 'output')

  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, endpoint] of table) {
    const operation = describeOperation({ name, endpoint, operation: operations[name], inputs, outputs })
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation }
  }
  const parameters = shareParameters(paths)
  const webhooks = describeWebhooks(outputs)
  const responses = Object.fromEntries(
    Object.entries(errorStatuses).map(([status, { name, description }]) => [
      name,
      {
        description,
        ...(status === '429' && { headers: { 'Retry-After': { schema: { type: 'integer' } } } }),
        content: { [problemMedia]: { schema: outputs.of(ProblemDetails) } },
      },
    ]),
  )
  return {
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
    webhooks,
    components: {
      schemas: used([paths, webhooks, parameters, responses], { ...inputs.components, ...outputs.components }),
      responses,
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
          schema: inputs.of(key),
        },
        IfMatch: {
          name: 'If-Match',
          in: 'header',
          required: true,
          description: 'The ETag of the state that is replaced.',
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
}
