/** How far each bulletin has come, followed through the log: each event is read once. */
import { takeSteps, type Handled } from '../../domain/reports/steps.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** Events that are read at a time. */
const atOnce = 500

export type HandledSteps = { last: number; handled: ReadonlyMap<string, Handled> }

/** Gives what the log tells up to now, and reads only what has come since it was last asked. Callers come one after the other. */
export function handledSteps(store: Pick<Store, 'events'>): () => Promise<HandledSteps> {
  let read = 0
  let handled = new Map<string, Handled>()
  let turn: Promise<unknown> = Promise.resolve()

  const begin = () => {
    read = 0
    handled = new Map()
  }

  async function follow(): Promise<HandledSteps> {
    const last = await store.events.last()
    // Where a backup was taken in, the log begins anew.
    if (last < read) begin()
    for (let from = read; ;) {
      const steps = await store.events.stepsAfter(from, atOnce)
      takeSteps(
        handled,
        steps.map(({ step }) => step),
      )
      // What is neither a step nor newer than `last` is not looked at again.
      from = read = steps.length < atOnce ? Math.max(last, steps.at(-1)?.id ?? from) : (steps.at(-1)?.id ?? from)
      if (steps.length < atOnce) break
      await yieldToEventLoop()
    }
    return { last, handled: new Map(handled) }
  }

  return () => {
    const next = turn.then(follow)
    // What was taken in half is read again from the start.
    turn = next.catch(begin)
    return next
  }
}
