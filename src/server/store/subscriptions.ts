import type { Role } from '../../contract/access.ts'
import type { Subscription, SubscriptionSettings } from '../../contract/notices.ts'

/** A subscription, and whose it is: `person` and `role` are null of teams, and of who works alone. */
export type KeptSubscription = Omit<Subscription, 'arrival'> & {
  person: number | null
  /** What its person may do now; null where that is nothing any more. */
  role: Role | null
  /** The secret of the link by which it is ended. */
  unsubscribe: string
}

/** What became of a change: it is on file, or another person has changed the subscription meanwhile. */
type SubscriptionChanged = { outcome: 'saved' | 'conflict'; subscription: KeptSubscription } | { outcome: 'missing' }

/** What people and teams want to be told. */
export type SubscriptionStore = {
  /** Every subscription, also those that are paused or ended, oldest first. */
  all: () => Promise<KeptSubscription[]>
  find: (id: number) => Promise<KeptSubscription | null>
  /**
   * Makes one, once where it has a `key`: sent again, it is answered as it is now.
   *
   * @throws IdempotencyKeyReused where something else was sent under the key
   */
  add: (settings: SubscriptionSettings, person: number | null, who: string, key?: string) => Promise<KeptSubscription>
  /** Sets what it asks for, in place of a version. Whose it is stays. */
  change: (id: number, version: number, settings: SubscriptionSettings, who: string) => Promise<SubscriptionChanged>
  remove: (id: number, version: number, who: string) => Promise<SubscriptionChanged>
  /** Null where there is none. */
  setState: (id: number, state: Subscription['state'], who: string) => Promise<KeptSubscription | null>
  /** Ends the one of a link, by its secret; null where there is none. */
  unsubscribe: (secret: string) => Promise<KeptSubscription | null>
}
