/** Where a notice goes now: by the channel, the subscription and the person as they are at the moment of sending. */
import type { SignIn } from '../../contract/access.ts'
import type { NoticeContent } from '../../contract/notices.ts'
import type { KeptChannel } from '../store/channels.ts'
import type { Addressed, ClaimedNotice, NewNotice } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'
import type { KeptSubscription } from '../store/subscriptions.ts'
import { addressedTo } from './addressed.ts'
import type { About, Target } from './deliver.ts'
import { recipientOf } from './matcher.ts'

/** Where a notice goes, or why it goes nowhere. */
export type Addressee = { target: Target; about: Omit<About, 'id' | 'madeAt' | 'thread'> } | { why: string }

type Deps = { store: Pick<Store, 'channels' | 'subscriptions'>; signIn: SignIn }

/** Why nothing is sent by a subscription; null where something is. */
function whyNot(
  subscription: KeptSubscription | null,
  { about }: NoticeContent,
  { to, signIn }: { to: Addressed; signIn: SignIn },
): string | null {
  if (to.subscription === null) return null
  if (subscription === null) return 'the subscription was removed'
  // A test is sent by one that is paused, too.
  if (subscription.state === 'ended' || (subscription.state === 'paused' && about !== 'test'))
    return subscription.state === 'ended' ? 'the subscription has ended' : 'the subscription is paused'
  const recipient = recipientOf(subscription, signIn)
  return recipient.kind === 'person' && recipient.role === null ? 'its person may not look any more' : null
}

/** Mail comes first, since a person reads it. */
const isMail = ({ kind }: KeptChannel) => Number(kind === 'email')

export function recipientsOf({ store: { channels, subscriptions }, signIn }: Deps) {
  return {
    async of({ to, content }: Pick<ClaimedNotice, 'to' | 'content'>): Promise<Addressee> {
      const channel = await channels.find(to.channel)
      const secrets = await channels.target(to.channel)
      if (channel === null || secrets === null) return { why: 'the channel was removed' }
      const isConfirming = content.about === 'confirm' && channel.state === 'unconfirmed'
      if (channel.state !== 'working' && !isConfirming) return { why: channel.why ?? `the channel is ${channel.state}` }
      const subscription = to.subscription === null ? null : await subscriptions.find(to.subscription)
      const why = whyNot(subscription, content, { to, signIn })
      if (why !== null) return { why }
      const { name, language, unsubscribe } = subscription ?? { ...channel, unsubscribe: null }
      const target = { channel: channel.id, kind: channel.kind, ...secrets }
      return { target, about: { name, language, unsubscribe } }
    },
    /** Sends nothing there any more, nor to another channel of the same mail address; gives the numbers of all of these. */
    async stop(channel: number, why: string): Promise<number[]> {
      const [known, target] = [await channels.find(channel), await channels.target(channel)]
      if (known?.kind !== 'email' || target === null) {
        await channels.stop(channel, why, 'delivery')
        return [channel]
      }
      const stopped = await channels.bounced(target.address, why, 'delivery')
      return [...new Set([channel, ...stopped.map(({ id }) => id)])]
    },
    /**
     * What tells the owner of a channel that nothing arrives there: by another working channel of the same owner, or of
     * who has set it up. Null where there is no way but the pages.
     */
    async toldOtherwise({ channel: id, owner, name, address }: Addressed, why: string): Promise<NewNotice | null> {
      const all = await channels.all()
      const own = all.find((channel) => channel.id === id)
      const others = all.filter((channel) => channel.id !== id && channel.state === 'working')
      const ofOwner = others.filter((channel) => channel.owner.kind === owner.kind && channel.owner.name === owner.name)
      const ofMaker = others.filter((channel) => channel.owner.kind === 'person' && channel.owner.name === own?.by)
      const [other] = [...ofOwner.toSorted((a, b) => isMail(b) - isMail(a)), ...ofMaker]
      if (other === undefined) return null
      return { ...addressedTo(other), content: { about: 'stopped', channel: name === '' ? address : name, why } }
    },
  }
}

export type Recipients = ReturnType<typeof recipientsOf>
