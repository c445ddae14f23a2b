import type * as z from 'zod'
import type { Endpoint } from '../contract/endpoints/endpoint.ts'
import { Problem } from '../contract/problem.ts'

/** A failed call. `offline`: nothing answered; the other codes are the API's own. */
export class ApiError extends Error {
  readonly code: Problem['code'] | 'offline'
  /** The fields or places that were refused. */
  readonly details: NonNullable<Problem['details']>
  /** Of a conflict: what is there now. */
  readonly current: NonNullable<Problem['current']>
  constructor(
    code: Problem['code'] | 'offline',
    message: string,
    { details = [], current = [] }: Pick<Problem, 'details' | 'current'> = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.details = details
    this.current = current
  }
}

const final = new Set<ApiError['code']>(['not_found', 'invalid', 'unauthenticated', 'forbidden'])

/** Whether asking again would bring the same answer. */
export const isFinal = (error: unknown): boolean => error instanceof ApiError && final.has(error.code)

type Input<E extends Endpoint> = {
  params: z.infer<E['params']>
  /** Parameters are texts. */
  query?: z.infer<E['query']>
  signal?: AbortSignal
} & (E['body'] extends z.core.$ZodType
  ? { body: z.infer<E['body']> }
  : E['body'] extends 'document'
    ? { body: Blob }
    : object) &
  /** The version that is replaced. */
  (E['isConditional'] extends true ? { version: number } : object)

async function problemOf(response: Response): Promise<ApiError> {
  const problem = Problem.safeParse(await response.json().catch(() => null))
  return problem.success
    ? new ApiError(problem.data.code, problem.data.message, problem.data)
    : new ApiError('unexpected', `${response.status} from ${response.url}`)
}

/** A document goes as it is, everything else as JSON. */
const bodyOf = (body: unknown) =>
  body instanceof Blob
    ? { body, type: 'application/octet-stream' }
    : { body: JSON.stringify(body), type: 'application/json' }

/**
 * Asks one endpoint and parses its reply, so that a breach of the contract has a name here and is no crash elsewhere.
 *
 * @throws ApiError with the code of the problem; `unexpected` for a reply that breaks the contract
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  { params, query, signal, ...sent }: Input<E>,
): Promise<z.infer<E['reply']>> {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const url = new URL(path, location.origin)
  for (const [name, value] of Object.entries<unknown>(query ?? {}))
    if (typeof value === 'string') url.searchParams.set(name, value)
  const { body, type } = 'body' in sent ? bodyOf(sent.body) : {}
  const response = await fetch(url, {
    method: endpoint.method,
    headers: {
      ...(type !== undefined && { 'content-type': type }),
      ...('version' in sent && { 'if-match': `"${String(sent.version)}"` }),
    },
    ...(signal && { signal }),
    ...(body !== undefined && { body }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new ApiError('offline', `no answer from ${path}`)
  })
  if (!response.ok) throw await problemOf(response)
  const reply = endpoint.reply.safeParse(await response.json())
  if (!reply.success) throw new ApiError('unexpected', `${path}: ${reply.error.message}`)
  return reply.data as z.infer<E['reply']>
}
