/** What the collector asks of those who know the subscriptions. */
import type { NoticeLine, NoticeTiming } from '../../contract/notices.ts'
import type { LoggedEvent } from '../../domain/notices/logged-event.ts'
import type { Addressed } from '../store/outbox.ts'

/** A subscription that is told of changes: where, and when. */
export type Subscribed = { to: Addressed & { subscription: number }; when: NoticeTiming }

export type Matching = {
  /** Those that are told something now: active, with a channel that works. */
  subscribed: () => Promise<readonly Subscribed[]>
  /** What each of these is told of events, by subscription, the oldest event first. */
  lines: (
    subscribed: readonly Subscribed[],
    events: readonly LoggedEvent[],
  ) => Promise<ReadonlyMap<number, readonly NoticeLine[]>>
  /** What a moment brings beside what happens, such as what is due soon. `since`: the moment before it. */
  ofDay: (subscribed: Subscribed, at: string, since: string) => Promise<readonly NoticeLine[]>
  /** On which clock the days are told to those that are told at once. */
  zone: () => Promise<string>
}
