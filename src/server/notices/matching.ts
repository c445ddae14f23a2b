/** Who is told of what happens, and what of it. */
import type { NoticeLine, NoticeTiming } from '../../contract/notices.ts'
import { isNewlyDue } from '../../domain/notices/newly-due.ts'
import type { LoggedEvent } from '../../domain/notices/logged-event.ts'
import { byId } from '../../domain/table/by-id.ts'
import type { Addressed } from '../store/outbox.ts'
import type { KeptChannel } from '../store/channels.ts'
import type { Store } from '../store/store.ts'
import type { KeptSubscription } from '../store/subscriptions.ts'
import { addressedTo } from './addressed.ts'
import type { Matcher } from './matcher.ts'

/** A subscription that is told of changes: where, and when. */
export type ActiveSubscription = {
  to: Addressed & { subscription: number }
  when: NoticeTiming
  asked: KeptSubscription
}

const subscribedBy = (asked: KeptSubscription, channel: KeptChannel): ActiveSubscription => ({
  to: { ...addressedTo(channel, asked), subscription: asked.id },
  when: asked.when,
  asked,
})

/** Those that are told something now: active, with a channel that works. */
async function subscribedIn(store: Pick<Store, 'channels' | 'subscriptions'>): Promise<ActiveSubscription[]> {
  const channels = byId(await store.channels.all())
  return (await store.subscriptions.all()).flatMap((asked) => {
    const channel = channels.get(asked.channel)
    const isTold = asked.about === 'changes' && asked.state === 'active' && channel?.state === 'working'
    return isTold ? [subscribedBy(asked, channel)] : []
  })
}

type Deps = { store: Pick<Store, 'channels' | 'subscriptions' | 'due'>; matcher: Matcher }

export function matchingOf({ store, matcher }: Deps) {
  return {
    subscribed: () => subscribedIn(store),
    /** What each of these is told of events, by subscription, the oldest event first. */
    async lines(
      subscribed: readonly ActiveSubscription[],
      events: readonly LoggedEvent[],
    ): Promise<ReadonlyMap<number, readonly NoticeLine[]>> {
      const found = await matcher.lines(
        subscribed.map(({ asked }) => asked),
        events,
      )
      // The number of a subscription is that of the event that made it: what was before is told by its preview.
      return new Map(
        Array.from(found, ([id, lines]) => [id, lines.filter(({ event }) => event !== null && event > id)]),
      )
    },
    /** What a moment brings beside what happens, such as what is due soon. `since`: the moment before it, both ISO 8601. */
    async ofDay({ asked, when }: ActiveSubscription, at: string, since: string): Promise<readonly NoticeLine[]> {
      const lines = (await matcher.due([asked], at)).get(asked.id) ?? []
      // A week tells all of it anew.
      if (when.every === 'week') return lines
      const zone = when.every === 'day' ? when.zone : (await store.due.policy()).zone
      return lines.filter((line) => isNewlyDue(line, { at, since, zone }))
    },
    /** On which clock the days are told to those that are told at once. */
    zone: async () => (await store.due.policy()).zone,
  }
}

export type Matching = ReturnType<typeof matchingOf>
