import type * as z from 'zod'
import type { Endpoint } from '../../contract/endpoints/endpoint.ts'
import { codeOf } from './api.ts'
import { call, type Input } from './call.ts'
import { newKey } from './idempotency-key.ts'

type Keyed = Endpoint & { readonly isKeyed: true }

/** By address, what was sent there last and may be saved, though no answer said so. */
const unanswered = new Map<string, { content: string; key: string }>()

/** After these nobody knows whether something was saved. */
const isOpen = (error: unknown) => ['offline', 'unavailable', 'unexpected'].includes(codeOf(error))

/**
 * Asks an endpoint to do something once: what is sent again as it was, since its answer was lost, goes under the same key.
 * `content`: what makes it the same, if not the whole body.
 *
 * @throws ApiError as `call` does
 */
export async function callOnce<E extends Keyed>(
  endpoint: E,
  input: Input<E>,
  content: unknown = 'body' in input ? input.body : null,
): Promise<z.infer<E['reply']>> {
  const address = `${endpoint.path} ${JSON.stringify('params' in input ? input.params : {})}`
  const before = unanswered.get(address)
  const sent = { content: JSON.stringify(content), key: newKey() }
  if (before?.content === sent.content) sent.key = before.key
  unanswered.set(address, sent)
  try {
    const reply = await call(endpoint, { key: sent.key, ...input })
    unanswered.delete(address)
    return reply
  } catch (error) {
    if (!isOpen(error)) unanswered.delete(address)
    throw error
  }
}
