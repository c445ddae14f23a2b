import type { Channel, ChannelKind, NoticeOwner } from '../../contract/notices.ts'

/** A channel, and the number of its person; null of teams, and of who works alone. */
export type KeptChannel = Channel & { person: number | null }

/** The secret of the link by which a mail address is confirmed, and the moment until which that may be done. */
export type AskedConfirmation = { secret: string; before: string }

/** A channel before it is on file. `shown`: what people see of the address. */
type AddedChannel = Pick<Channel, 'name' | 'language'> & {
  kind: ChannelKind
  owner: NoticeOwner
  person: number | null
  shown: string
  target: string
  /** What is sent there is signed by this; null where nothing is. */
  secret: string | null
  /** Null where nothing has to be confirmed. */
  confirmation: AskedConfirmation | null
}

/** Where notices go. */
export type ChannelStore = {
  /** Every channel, oldest first. */
  all: () => Promise<KeptChannel[]>
  find: (id: number) => Promise<KeptChannel | null>
  /** For who sends alone: the whole address, what to sign with, and the secret of the link of one that is to be confirmed. */
  target: (id: number) => Promise<{ address: string; secret: string | null; confirmation: string | null } | null>
  add: (channel: AddedChannel, who: string) => Promise<KeptChannel>
  /** `in-use`: a subscription has it. */
  remove: (id: number, who: string) => Promise<'done' | 'missing' | 'in-use'>
  /** Nothing is sent there from now on. Null where it was stopped before, or is not there. */
  stop: (id: number, why: string, who: string) => Promise<KeptChannel | null>
  /** Has it used again, once it is confirmed where that is asked. Null where it is not there. */
  resume: (id: number, confirmation: AskedConfirmation | null, who: string) => Promise<KeptChannel | null>
  /** Notes that its address was confirmed, by the secret of the link; null where that counts no more. */
  confirm: (secret: string) => Promise<KeptChannel | null>
  /** Stops all channels of a mail address that takes nothing any more. */
  bounced: (target: string, why: string, who: string) => Promise<KeptChannel[]>
}
