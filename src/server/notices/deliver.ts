/** How a notice leaves: one `Deliver` for each kind of channel. */
import type { ChannelKind, NoticeContent } from '../../contract/notices.ts'

/** Where to: a mail address, or the whole address of a receiver, which is a secret; and what to sign with, where there is something. */
export type Target = {
  channel: number
  kind: ChannelKind
  address: string
  secret: string | null
  /** What comes after `/confirm#`, of an address that is to be confirmed. */
  confirmation?: string | null
}

/** What a notice says beside its content. */
export type About = {
  /** `msg_…`, the same at each attempt: by it a receiver knows a repetition. */
  id: string
  /** Of the subscription; of the channel where there is none. */
  name: string
  language: 'ja' | 'en'
  /** When it was made, ISO 8601: the same at each attempt. */
  madeAt: string
  /** The bulletin that all of it is about, by which mails make a thread; null where there are several, or none. */
  thread: string | null
  /** What comes after `/unsubscribe#` and `/api/unsubscribe/`; null where nothing is to be ended. */
  unsubscribe: string | null
  /** The number of the subscription, by which mail programs sort; absent where there is none. */
  subscription?: number
}

/**
 * What became of an attempt. `retry`: it may arrive later. `refused`: this address takes nothing of ours, and will not.
 * `gone`: it says that it is no more.
 */
export type Delivered = {
  outcome: 'sent' | 'retry' | 'refused' | 'gone'
  /** What the receiver said, in short and without secrets: `410 Gone`, `550 no such user`. */
  answer: string
  /** For how many seconds it wants to be left alone, where it says so. */
  retryAfter?: number
}

/** Sends a notice once. Does not throw for what the receiver or the network does, and ends within 20 seconds. */
export type Deliver = (target: Target, content: NoticeContent, about: About) => Promise<Delivered>

export type Deliverers = Readonly<Record<ChannelKind, Deliver>>
