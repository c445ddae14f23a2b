/** Tells people: follows the log, looks at what the days bring, sends what is due, and forgets what is old. */
import { dayLength, daysFrom } from '../../domain/due/days.ts'
import type { Store } from '../store/store.ts'
import { collectorOf } from './collect.ts'
import { dayLooker } from './days.ts'
import type { Matching } from './matching.ts'
import { rounds } from '../rounds.ts'
import { senderOf, type SenderDeps } from './sender.ts'

type Deps = SenderDeps & { store: Pick<Store, 'events' | 'outbox'>; matching: Matching }

/** How long the log of notices goes back. */
const keptDays = 400

/** It looks again after so long where nothing calls for it before, in milliseconds. */
const period = 30_000

/** After a write others are awaited for so long, so that many of them are one round, in milliseconds. */
const gathering = 500

/** What is due is looked for no sooner than this after a round, in milliseconds. */
const soonest = 50

export function notifierOf(deps: Deps) {
  const { store, matching, now, report } = deps
  const collector = collectorOf({ store, matching })
  const days = dayLooker({ store, matching, now })
  const sender = senderOf(deps)
  const stopping = new AbortController()
  let unlisten = () => {}
  let forgottenAt = 0

  async function forget() {
    const at = now().getTime()
    if (at - forgottenAt < dayLength) return
    await store.outbox.forget(daysFrom(new Date(at), -keptDays))
    forgottenAt = at
  }

  async function gather() {
    await collector.collect(stopping.signal)
    await days.look(stopping.signal)
    await forget()
  }

  async function nextWait(): Promise<number> {
    const next = await store.outbox.nextDue()
    return next === null ? period : Math.min(period, Math.max(soonest, Date.parse(next) - now().getTime()))
  }

  // Who sends much hears of what happens all the same.
  const sending = rounds({
    async work() {
      await sender.send(stopping.signal)
      return nextWait()
    },
    report,
    afterFailure: period,
  })
  const collecting = rounds({
    async work() {
      await gather()
      sending.ask(0)
      return period
    },
    report,
    afterFailure: period,
  })

  return {
    /** Does all that is to be done at this moment. */
    async tick(): Promise<void> {
      await gather()
      await sender.send(stopping.signal)
    },
    start() {
      unlisten = store.events.listen(() => collecting.ask(gathering))
      collecting.ask(0)
    },
    async stop() {
      unlisten()
      stopping.abort()
      await Promise.all([collecting.stop(), sending.stop()])
    },
  }
}
