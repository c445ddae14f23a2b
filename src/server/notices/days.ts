/** Looks, at the moment of each digest, at what the day brings beside what has happened: each moment once, for each subscription. */
import { occurrences, type ClockTiming } from '../../domain/notices/schedule.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import type { Matching, ActiveSubscription } from './matching.ts'

type Deps = { store: Pick<Store, 'outbox'>; matching: Pick<Matching, 'subscribed' | 'ofDay' | 'zone'>; now: () => Date }

/** When those who are told at once hear of what a day brings. */
export const atOnceAt = '08:00'

export function dayLooker({ store: { outbox }, matching, now }: Deps) {
  const timingOf = async ({ when }: ActiveSubscription): Promise<ClockTiming> =>
    when.every === 'change' ? { every: 'day', at: atOnceAt, zone: await matching.zone() } : when

  async function look(subscribed: ActiveSubscription, at: string): Promise<void> {
    const known = await outbox.lookedAt(subscribed.to.subscription)
    // Of a subscription that is new, days count from now on.
    if (known === null) {
      await outbox.putDay({ to: subscribed.to, at, lines: [] })
      return
    }
    // Of several days that nobody was there for, the last one counts.
    const last = occurrences(await timingOf(subscribed), known, at).at(-1)
    if (last === undefined) return
    const moment = new Date(last).toISOString()
    await outbox.putDay({ to: subscribed.to, at: moment, lines: await matching.ofDay(subscribed, moment, known) })
  }

  return {
    async look(signal?: AbortSignal): Promise<void> {
      const at = now().toISOString()
      for (const each of await matching.subscribed()) {
        if (signal?.aborted === true) return
        await look(each, at)
        await yieldToEventLoop()
      }
    },
  }
}
