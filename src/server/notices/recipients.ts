/** What the sender asks of those who know channels and subscriptions. */
import type { ClaimedNotice } from '../store/outbox.ts'
import type { Addressed } from '../store/outbox.ts'
import type { About, Target } from './deliver.ts'

/** Where a notice goes now, or why it goes nowhere: its subscription was ended, its channel stopped, its person may not look. */
export type Recipient = { target: Target; about: Omit<About, 'id' | 'madeAt' | 'thread'> } | { why: string }

export type Recipients = {
  of: (notice: Pick<ClaimedNotice, 'to' | 'content'>) => Promise<Recipient>
  /** Sends nothing there any more. */
  stop: (channel: number, why: string) => Promise<void>
  /** Another way to whom a channel belongs; null where there is none but the pages. */
  otherWay: (to: Addressed) => Promise<Addressed | null>
}
