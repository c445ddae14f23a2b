/** What is written down of channels and subscriptions: no address, and nothing of what people look for. */
import type { NoticeOwner } from '../../../../contract/notices.ts'
import { appendAnyOnce } from '../recording.ts'
import type { Tx } from '../tables.ts'

type Said = {
  at: string
  who: string
  what:
    | 'channel-added'
    | 'channel-confirmed'
    | 'channel-stopped'
    | 'channel-resumed'
    | 'channel-removed'
    | 'subscribed'
    | 'subscription-changed'
    | 'subscription-active'
    | 'subscription-paused'
    | 'subscription-ended'
    | 'subscription-removed'
  /** The number of the channel or subscription; null in the event that makes it, whose number it has. */
  id: number | null
  name: string
  owner: NoticeOwner
  key?: string | undefined
}

/**
 * Writes it down, and gives the number of the event.
 *
 * @throws IdempotencyKeyReused where something else was, under its key
 */
export const sayOfNotices = (tx: Tx, { at, who, what, key, ...detail }: Said): Promise<number> =>
  appendAnyOnce(tx, at, { who, topic: 'notices', what, bulletin: null, detail, key })
