/** How a look comes to an end before its time. */
import type { lookEnds } from '../../contract/sources.ts'

export type LookEnd = (typeof lookEnds)[number] | 'removed' | 'stopping'

/** The reason of the signal that ends a look. */
export class LookEnded extends Error {
  override readonly name = 'LookEnded'
  readonly why: LookEnd
  constructor(why: LookEnd) {
    super(`the look was ended: ${why}`)
    this.why = why
  }
}

/**
 * What work comes to, unless the signal ends the waiting for it.
 *
 * @throws the reason of the signal
 */
export function orEnded<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const ended = Promise.withResolvers<never>()
  const end = () => ended.reject(signal.reason)
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return Promise.race([work, ended.promise]).finally(() => signal.removeEventListener('abort', end))
}
