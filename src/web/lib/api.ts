import type * as z from 'zod'
import type { endpoints } from '../../contract/endpoints.ts'
import type { Endpoint } from '../../contract/endpoints/endpoint.ts'
import type { Problem } from '../../contract/problem.ts'
import { problemCodes } from '../../contract/vocabulary.ts'
import { givenAnswer } from './first-view.ts'

/** A failed call. `offline`: nothing answered; the other codes are the API's own. */
export class ApiError extends Error {
  readonly code: Problem['code'] | 'offline'
  /** The fields or places that were refused. */
  readonly details: NonNullable<Problem['details']>
  /** Of a conflict: what is there now, in the shape of its endpoint. */
  readonly current: unknown
  /** Of a fault of the server: its id in the log. */
  readonly requestId: string | undefined
  /** How many seconds to wait before it is tried again; 0 where nothing says so. */
  readonly wait: number
  constructor(
    code: Problem['code'] | 'offline',
    message: string,
    { details = [], current, requestId }: Pick<Problem, 'details' | 'current' | 'requestId'> = {},
    wait = 0,
  ) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.details = details
    this.current = current
    this.requestId = requestId
    this.wait = wait
  }
}

/** What is to be said of an error: what is no answer of the API is a fault of ours. */
export const codeOf = (error: unknown): ApiError['code'] => (error instanceof ApiError ? error.code : 'unexpected')

const final = new Set<ApiError['code']>([
  'not_found',
  'invalid',
  'unauthenticated',
  'forbidden',
  'proof_required',
  'password_change_required',
])

/** Whether asking again would bring the same answer. */
export const isFinal = (error: unknown): boolean => error instanceof ApiError && final.has(error.code)

/** Whether our own server wrote it, and nothing between. */
const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && problemCodes.some((code) => code === body.code)

async function problemOf(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => null)
  return isProblem(problem)
    ? new ApiError(problem.code, problem.message, problem, Number(response.headers.get('retry-after')))
    : new ApiError('unexpected', `${response.status} from ${response.url}`)
}

/** Browsers send so much, in characters, even for a page that is closed meanwhile: 64 KiB of all such requests together. */
const keptAlive = 5000

/** A document goes as it is, everything else as JSON. */
function bodyOf(body: unknown) {
  if (body instanceof Blob) return { body, type: 'application/octet-stream' }
  const json = JSON.stringify(body)
  return { body: json, type: 'application/json', keepalive: json.length <= keptAlive }
}

type Endpoints = typeof endpoints
/** The answers that are read whole from one address. */
type Answers = {
  [K in keyof Endpoints as Endpoints[K] extends { method: 'get' } ? Endpoints[K]['path'] : never]: z.infer<
    Endpoints[K]['reply']
  >
}

export type ReadPath = keyof Answers

/**
 * Reads an answer of our own server as it is. The first view does without the schemas, which would be a tenth of all that
 * it loads: that the server keeps the contract is held by its own tests.
 *
 * @throws ApiError as `call` does
 */
export const read = <P extends ReadPath>(path: P, input: Pick<Sent, 'query' | 'signal'> = {}) =>
  send('get', path, input) as Promise<Answers[P]>

export type Sent = {
  query?: Record<string, unknown> | undefined
  signal?: AbortSignal | undefined
  body?: unknown
  version?: number
  key?: string
}

/** Sends a request, and reads what comes back as JSON. */
export async function send(
  method: Endpoint['method'],
  path: string,
  { query, signal, ...sent }: Sent,
): Promise<unknown> {
  const url = new URL(path, typeof location === 'undefined' ? 'http://localhost' : location.origin)
  for (const [name, value] of Object.entries<unknown>(query ?? {}))
    if (typeof value === 'string') url.searchParams.set(name, value)
  const given = method === 'get' ? givenAnswer(`${path}${url.search}`) : null
  if (given !== null) return given
  const { type, ...body } = 'body' in sent ? bodyOf(sent.body) : { keepalive: method !== 'get' }
  const failed = (cause: unknown): never => {
    if (signal?.aborted) throw cause
    // Something else than JSON answered; otherwise nothing did, or it broke off.
    throw new ApiError(cause instanceof SyntaxError ? 'unexpected' : 'offline', `no answer from ${path}`)
  }
  const response = await fetch(url, {
    method,
    headers: {
      ...(type !== undefined && { 'content-type': type }),
      ...('version' in sent && { 'if-match': `"${sent.version}"` }),
      ...('key' in sent && { 'idempotency-key': sent.key }),
    },
    ...(signal && { signal }),
    ...body,
  }).catch(failed)
  if (!response.ok) throw await problemOf(response)
  return response.status === 204 ? {} : response.json().catch(failed)
}
