/** Many machines that differ are worked out in a worker thread: it takes seconds, and requests go on meanwhile. */
import { Worker } from 'node:worker_threads'
import type { FixIndex } from '../domain/fixes/candidates.ts'
import type { FixFacts } from '../domain/fixes/facts.ts'
import type { AlikeStates, FixPlaces, Profile } from '../domain/machines/alike.ts'
import type { PlatformId } from '../contract/platform.ts'
import { serverScript } from './product.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

/** What the worker is told: fixes, and then machines. */
export type AskedApart = { fixes: FixFacts[] } | { profiles: Profile[] }

/** What it says of machines, in their order, and of the platforms that it has not told of yet. */
export type AnsweredApart = { states: AlikeStates[]; platforms: [PlatformId | null, FixPlaces][] }

/** Each message is written and read within a moment. */
const atOnce = 250

/**
 * What the fixes are for these machines, part by part.
 *
 * @throws Error where the thread ends early, for want of memory say
 */
export async function* statesApart(
  { byId }: Pick<FixIndex, 'byId'>,
  profiles: readonly Profile[],
): AsyncGenerator<AnsweredApart> {
  const worker = new Worker(serverScript('machine-states-worker'))
  /** What it tells next. */
  const answer = () => new Promise<AnsweredApart>((resolve) => worker.once('message', resolve))
  const ended = new Promise<never>((_, reject) => worker.on('error', reject))
  // It is waited for with each answer.
  ended.catch(() => {})
  const tell = (asked: AskedApart) => worker.postMessage(asked)
  try {
    const fixes = [...byId.values()]
    for (let from = 0; from < fixes.length; from += atOnce) {
      tell({ fixes: fixes.slice(from, from + atOnce) })
      await yieldToEventLoop()
    }
    for (let from = 0; from < profiles.length; from += atOnce) {
      const part = profiles.slice(from, from + atOnce)
      tell({ profiles: part.map(({ id, platform, facts }) => ({ id, platform, facts })) })
      yield await Promise.race([answer(), ended])
    }
  } finally {
    await worker.terminate()
  }
}
