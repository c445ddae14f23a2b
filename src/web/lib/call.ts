/** Calls of one endpoint: writes, and what no first view reads. */
import { queryOptions, type QueryKey } from '@tanstack/react-query'
import type * as z from 'zod'
import type { Endpoint } from '../../contract/endpoints/endpoint.ts'
import { ApiError, codeOf, send, type Sent } from './api.ts'
import { countPending } from './pending-writes.ts'
import { proving } from './proof.ts'

export type Input<E extends Endpoint> = { signal?: AbortSignal } & (E['params'] extends z.core.$ZodType
  ? { params: z.infer<E['params']> }
  : object) &
  /** Parameters are texts. */
  (E['query'] extends z.core.$ZodType ? { query?: z.infer<E['query']> } : object) &
  (E['body'] extends z.core.$ZodType
    ? { body: z.infer<E['body']> }
    : E['body'] extends 'document'
      ? { body: Blob }
      : object) &
  /** The version that is replaced. */
  (E['isConditional'] extends true ? { version: number } : object) &
  /** Under which it may be sent again; `callOnce` makes one where there is none. */
  (E['isKeyed'] extends true ? { key?: string } : object)

/** So long a write waits for its answer, in milliseconds. */
const answeredWithin = 30_000

/**
 * Asks one endpoint. In development and in specs its reply is parsed, so that a breach of the contract has a name here and
 * is no crash elsewhere.
 * A write is counted in `pending-writes.ts` until it is answered. Where it takes a proof, the reader is asked for it, and it is
 * sent again.
 *
 * @throws ApiError with the code of the problem; `unexpected` for a reply that breaks the contract, `offline` where no
 * answer came, or to a write not in time
 */
export async function call<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<z.infer<E['reply']>> {
  // To sign in or out changes nothing that is kept.
  if (endpoint.method === 'get' || endpoint.role === 'anyone') return ask(endpoint, input)
  const waiting = new AbortController()
  const late = () => waiting.abort(new ApiError('offline', `no answer from ${endpoint.path} in time`))
  // A large document takes as long as it takes.
  const timer = endpoint.body === 'document' ? undefined : setTimeout(late, answeredWithin)
  return countPending(ask(endpoint, { ...input, signal: waiting.signal }))
    .finally(() => clearTimeout(timer))
    .catch(async (error: unknown) => {
      if (codeOf(error) === 'proof_required' && (await proving.ask?.())) return call(endpoint, input)
      throw error
    })
}

async function ask<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<z.infer<E['reply']>> {
  const { params = {}, ...sent }: Sent & { params?: Record<string, unknown> } = input
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const answer = await send(endpoint.method, path, sent)
  // A build leaves the schemas out (vite.config.ts).
  if (!('reply' in endpoint)) return answer as z.infer<E['reply']>
  const reply = endpoint.reply.safeParse(answer)
  if (!reply.success) throw new ApiError('unexpected', `${path}: ${reply.error.message}`)
  return reply.data as z.infer<E['reply']>
}

/** The answer of an endpoint. */
export const answerOf = <E extends Endpoint, K extends QueryKey>(
  queryKey: K,
  endpoint: E,
  input: Omit<Input<E>, 'signal'>,
) => queryOptions({ queryKey, queryFn: ({ signal }) => call(endpoint, { ...input, signal } as Input<E>) })
