import type * as z from 'zod'
import type { Endpoint } from '../contract/endpoints.ts'
import { Problem } from '../contract/problem.ts'

/** A failed call. `offline`: nothing answered; the other codes are the API's own. */
export class ApiError extends Error {
  readonly code: Problem['code'] | 'offline'
  constructor(code: Problem['code'] | 'offline', message: string) {
    super(message)
    this.name = 'ApiError'
    this.code = code
  }
}

/** Whether asking again would bring the same answer. */
export const isFinal = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'not_found' || error.code === 'invalid')

type Input<E extends Endpoint> = { params: z.infer<E['params']>; signal: AbortSignal }

async function problemOf(response: Response): Promise<ApiError> {
  const problem = Problem.safeParse(await response.json().catch(() => null))
  return problem.success
    ? new ApiError(problem.data.code, problem.data.message)
    : new ApiError('unexpected', `${response.status} from ${response.url}`)
}

/**
 * Asks one endpoint and parses its reply, so that a breach of the contract has a name here and is no crash elsewhere.
 *
 * @throws ApiError with the code of the problem; `unexpected` for a reply that breaks the contract
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  { params, signal }: Input<E>,
): Promise<z.infer<E['reply']>> {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const response = await fetch(new URL(path, location.origin), { method: endpoint.method, signal }).catch(
    (cause: unknown) => {
      if (signal.aborted) throw cause
      throw new ApiError('offline', `no answer from ${path}`)
    },
  )
  if (!response.ok) throw await problemOf(response)
  const reply = endpoint.reply.safeParse(await response.json())
  if (!reply.success) throw new ApiError('unexpected', `${path}: ${reply.error.message}`)
  return reply.data as z.infer<E['reply']>
}
