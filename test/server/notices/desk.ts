/** A store, a clock that is moved by hand, subscriptions and receivers that note what they get. */
import type { ChannelKind, NoticeContent, SubscriptionSettings } from '../../../src/contract/notices.ts'
import { noticeKinds } from '../../../src/contract/notices.ts'
import { catalogueOf } from '../../../src/server/catalogue/catalogue.ts'
import { fixesOf } from '../../../src/server/fixes.ts'
import type { About, Delivered, Deliverers, Target } from '../../../src/server/notices/deliver.ts'
import { matcherOf } from '../../../src/server/notices/matcher.ts'
import { matchingOf } from '../../../src/server/notices/matching.ts'
import { notifierOf } from '../../../src/server/notices/notifier.ts'
import { recipientsOf } from '../../../src/server/notices/recipients.ts'
import type { Store } from '../../../src/server/store/store.ts'

const minute = 60_000

/** A clock that stands still until it is moved. */
export function handClock(start: string) {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    moveTo: (moment: string) => void (at = Date.parse(moment)),
    pass: (minutes: number) => void (at += minutes * minute),
  }
}

type Clock = ReturnType<typeof handClock>

/** What a receiver got. */
export type Got = { id: string; channel: number; content: NoticeContent; about: About; at: string }

/** The bulletins of a notice, in its order. */
export const bulletinsIn = ({ content }: Pick<Got, 'content'>): (string | null)[] =>
  content.about === 'changes' ? content.lines.map(({ bulletin }) => bulletin) : []

/** All but what the days bring by themselves. */
const everything = {
  search: '',
  kinds: noticeKinds.filter((kind) => kind !== 'due-soon' && kind !== 'overdue'),
  isAssigned: false,
  isWatched: false,
}

/** `answers`: what the receivers say, by channel; without one they take everything. */
export function noticeDesk(store: Store, clock: Clock) {
  const got: Got[] = []
  const answers = new Map<number, (target: Target) => Delivered>()
  const errors: unknown[] = []
  const deliver = async (target: Target, content: NoticeContent, about: About): Promise<Delivered> => {
    const answer = answers.get(target.channel)?.(target) ?? { outcome: 'sent', answer: '200 OK' }
    if (answer.outcome === 'sent')
      got.push({ id: about.id, channel: target.channel, content, about, at: clock.now().toISOString() })
    return answer
  }
  const deliverers: { -readonly [Kind in keyof Deliverers]: Deliverers[Kind] } = {
    email: deliver,
    webhook: deliver,
    teams: deliver,
    slack: deliver,
  }
  /** A server on the store; several may be. */
  const server = () => {
    const catalogue = catalogueOf(store, fixesOf(store), clock.now)
    const matcher = matcherOf({ store, catalogue, signIn: 'single-user', tlp: 'never' })
    return notifierOf({
      store,
      matching: matchingOf({ store, matcher }),
      recipients: recipientsOf({ store, signIn: 'single-user' }),
      deliver: deliverers,
      now: clock.now,
      report: (error) => errors.push(error),
      chance: () => 0.5,
    })
  }
  return {
    got,
    /** Who sends by each kind of channel; another one may take their place. */
    deliverers,
    answers,
    errors,
    server,
    /** A channel of a team; its number. */
    async channel(kind: ChannelKind = 'webhook', name = '#patch', target = 'https://receiver.example/hook') {
      const { id } = await store.channels.add(
        {
          kind,
          name,
          owner: { kind: 'team', name: 'Patch' },
          person: null,
          language: 'en',
          shown: 'receiver.example',
          target,
          secret: null,
          confirmation: null,
        },
        'Ito',
      )
      return id
    },
    /** A subscription of the team to everything, unless it is told otherwise; its number. */
    async subscription(channel: number, more: Partial<SubscriptionSettings> = {}) {
      const settings: SubscriptionSettings = {
        ...everything,
        name: 'all',
        owner: { kind: 'team', name: 'Patch' },
        about: 'changes',
        channel,
        when: { every: 'change' },
        language: 'en',
        ...more,
      }
      return (await store.subscriptions.add(settings, null, 'Ito')).id
    },
  }
}
