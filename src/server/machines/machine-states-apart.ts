/** Many machines that differ are worked out in a worker thread: it takes seconds, and requests go on meanwhile. */
import { Worker } from 'node:worker_threads'
import type { FixIndex } from '../../domain/fixes/candidates.ts'
import type { FixFacts } from '../../domain/fixes/facts.ts'
import { productsOf } from '../../domain/fixes/platform-fixes.ts'
import type { PlacedFixes } from '../../domain/machines/fix-state.ts'
import type { AlikeStates, FixPlaces, Profile } from '../../domain/machines/alike.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { serverScript } from '../product.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** What the worker is told: fixes, the lines of products, and then machines. */
export type AskedApart = { fixes: FixFacts[] } | { product: PlatformId; lines: PlacedFixes[] } | { profiles: Profile[] }

/** What it says of machines, in their order, and of the platforms that it has not told of yet. */
export type AnsweredApart = { states: AlikeStates[]; platforms: [PlatformId | null, FixPlaces][] }

/** What the thread may take, in MiB. Much of what it makes is forgotten at once. */
const memory = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 192 }

/** Each message is written and read within a moment. */
const atOnce = 250

/** What is asked of a line: what is to be installed, and what is for itself. */
const inShort = ({ line, fixes }: PlacedFixes): PlacedFixes => ({
  line,
  fixes: fixes
    .filter(({ state }) => line === 'separate' || state === 'install')
    .map(({ bulletin, state }) => ({ bulletin, state })),
})

/**
 * What the fixes are for these machines, part by part.
 *
 * @throws Error where the thread ends early, for want of memory say
 */
export async function* statesApart(
  index: FixIndex,
  linesOf: (product: PlatformId) => readonly PlacedFixes[],
  profiles: readonly Profile[],
): AsyncGenerator<AnsweredApart> {
  const worker = new Worker(serverScript('machines/machine-states-worker'), { resourceLimits: memory })
  /** What it tells next. */
  const answer = () => new Promise<AnsweredApart>((resolve) => worker.once('message', resolve))
  const ended = new Promise<never>((_, reject) => worker.on('error', reject))
  // It is waited for with each answer.
  ended.catch(() => {})
  const tell = (asked: AskedApart) => worker.postMessage(asked)
  try {
    const fixes = [...index.byId.values()]
    for (let from = 0; from < fixes.length; from += atOnce) {
      tell({ fixes: fixes.slice(from, from + atOnce) })
      await yieldToEventLoop()
    }
    const platforms = new Set(profiles.flatMap(({ platform }) => platform ?? []))
    for (const product of new Set([...platforms].flatMap((platform) => productsOf(index, platform)))) {
      tell({ product, lines: linesOf(product).map(inShort) })
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
