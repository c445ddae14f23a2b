/** Who is told what, where and when: channels, subscriptions, and the notices that were sent. */
import * as z from 'zod'
import { Change, changeTable } from './changes.ts'
import {
  bounceReason,
  channelAddress,
  channelName,
  noticeSecret,
  savedSearch,
  subscribedKinds,
  subscriptionName,
  timeZone,
} from './limits.ts'
import { BulletinId } from './summary-fields.ts'
import { anyText, atMost, Day, someText, Text } from './text.ts'

/** Whose a channel or a subscription is: of one person, or of a team. */
export const NoticeOwner = z.object({ kind: z.enum(['person', 'team']), name: z.string() })
export type NoticeOwner = z.infer<typeof NoticeOwner>

export const channelKinds = ['email', 'webhook', 'teams', 'slack'] as const
const ChannelKind = z.enum(channelKinds)
export type ChannelKind = z.infer<typeof ChannelKind>

/**
 * `unconfirmed`: a mail address whose link nobody has followed yet. `stopped`: nothing is sent there any more, since it was
 * refused for good, or a person has stopped it.
 */
export const channelStates = ['unconfirmed', 'working', 'stopped'] as const

/** A place to send to, as a person enters it. `address`: a mail address, or the https address of the receiver. */
export const NewChannel = z.object({
  kind: ChannelKind,
  owner: NoticeOwner,
  /** What people call it: `#patch-server`. Empty for a person's own mail. */
  name: anyText(channelName),
  address: someText('an address', channelAddress),
  /** Of what comes without a subscription, such as the link that confirms it. */
  language: z.enum(['ja', 'en']),
})
export type NewChannel = z.infer<typeof NewChannel>

/** A place to send to. */
export const Channel = z.object({
  id: z.int(),
  kind: ChannelKind,
  owner: NoticeOwner,
  name: z.string(),
  /** A mail address whole; of other kinds only the host, since the rest is a secret. */
  address: z.string(),
  state: z.enum(channelStates),
  /** Why it was stopped, such as `410 Gone`; null where it was not. */
  why: z.nullable(z.string()),
  language: z.enum(['ja', 'en']),
  /** Who has set it up, or set its state last, and when. */
  by: z.string(),
  at: z.iso.datetime(),
})
export type Channel = z.infer<typeof Channel>

/** `secret`: by which the receiver of a webhook knows that a notice is ours (Standard Webhooks); this answer alone has it. */
export const MadeChannel = z.object({ ...Channel.shape, secret: z.nullable(z.string()) })
export type MadeChannel = z.infer<typeof MadeChannel>

/** Stops a channel, or has it used again: a mail address is then confirmed once more. */
export const ChannelStateChange = z.object({ state: z.enum(['working', 'stopped']) })

/** The secret of the link by which a mail address is confirmed. */
export const Confirmation = z.object({ secret: someText('the secret of the link', noticeSecret) })
export const Confirmed = z.object({ address: z.string() })

/** That mail to an address comes back for good, as a mail system tells it. */
export const Bounce = z.object({
  address: someText('a mail address', channelAddress),
  reason: someText('a reason', bounceReason),
})

/** What people do, and what a day brings, beside the changes of bulletins that are not quiet. */
export const activityKinds = [
  'assigned',
  'mentioned',
  'commented',
  'field-reported',
  'triaged',
  'decided',
  'tested',
  'issue-closed',
  'held',
  'hold-ended',
  'plan-changed',
  'gate-waiting',
  'due-soon',
  'overdue',
] as const

/** Everything that a subscription can be about. */
export const noticeKinds = [
  ...changeTable.filter(({ isQuiet }) => !isQuiet).map(({ kind }) => kind),
  ...activityKinds,
] as const
export const NoticeKind = z.enum(noticeKinds)
export type NoticeKind = z.infer<typeof NoticeKind>

/** Days of the week as ISO 8601 counts them: 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

const clock = {
  /** On the clock of the zone: `08:00`. */
  at: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 08:00')),
  /** By its IANA name: `Asia/Tokyo`. */
  zone: someText('a time zone', timeZone),
}

/** When notices go out. What a day or a week brings goes out together, and nothing where there was nothing. */
export const NoticeTiming = z.discriminatedUnion('every', [
  z.object({ every: z.literal('change') }),
  z.object({ every: z.literal('day'), ...clock }),
  z.object({ every: z.literal('week'), on: z.literal(weekdays), ...clock }),
])
export type NoticeTiming = z.infer<typeof NoticeTiming>

/** What a subscription asks for. */
export const SubscriptionSettings = z.object({
  name: someText('a name', subscriptionName),
  owner: NoticeOwner,
  /** `changes`: what its filter and kinds match. `weekly`: each issue of HotFix Weekly when it is out; filter, kinds and `when` then count for nothing. */
  about: z.enum(['changes', 'weekly']),
  /** The filter as an address has it: `?urgency=immediate`. Empty for all. */
  search: anyText(savedSearch).check(z.regex(/^(\?.*)?$/s, 'expected a filter such as ?urgency=immediate')),
  kinds: z.array(NoticeKind).check(atMost(subscribedKinds, 'kinds')),
  /** Only bulletins that are assigned to its owner. */
  isAssigned: z.boolean(),
  /** Only bulletins that its person watches. */
  isWatched: z.boolean(),
  /** The number of the channel. */
  channel: z.int(),
  when: NoticeTiming,
  language: z.enum(['ja', 'en']),
})
export type SubscriptionSettings = z.infer<typeof SubscriptionSettings>

/** Why a subscription sends nothing: a person has paused it, or its person may not look any more. */
export const subscriptionStates = ['active', 'paused', 'ended'] as const

/** How well a subscription or a kind of channel arrives, over the last 30 days. */
export const Arrival = z.object({
  /** `failing`: the last one did not arrive yet, or was given up. `quiet`: nothing was to be sent. */
  state: z.enum(['arriving', 'failing', 'quiet']),
  lastAt: z.nullable(z.iso.datetime()),
  sent: z.int(),
  /** Attempts that failed. */
  failed: z.int(),
  waiting: z.int(),
  /** What the receiver said last where it fails: `410 Gone`. */
  why: z.nullable(z.string()),
})
export type Arrival = z.infer<typeof Arrival>

export const Subscription = z.object({
  id: z.int(),
  /** The number of its last event, for `If-Match`. */
  version: z.int(),
  ...SubscriptionSettings.shape,
  state: z.enum(subscriptionStates),
  /** Who has set the state last, and when; its maker at first. */
  by: z.string(),
  at: z.iso.datetime(),
  madeBy: z.string(),
  arrival: Arrival,
})
export type Subscription = z.infer<typeof Subscription>

/** Has it sent again, or no more until it is set back. */
export const SubscriptionStateChange = z.object({ state: z.enum(['active', 'paused']) })

/** What the problem of a lost race tells beyond the usual: the subscription as it is now. */
export const SubscriptionConflict = z.object({ current: Subscription })

/** What was ended by the link in a notice. */
export const Unsubscribed = z.object({ name: z.string() })

/** The number of a notice that was handed on to be sent, as it is in the log. */
export const NoticeQueued = z.object({ id: z.string() })

/** One thing that a notice tells. */
export const NoticeLine = z.object({
  /** The number of the event; null of what a day brings, such as that it is due soon. */
  event: z.nullable(z.int()),
  at: z.iso.datetime(),
  kind: NoticeKind,
  /** Null where it is about none, such as the gate of a plan. */
  bulletin: z.nullable(BulletinId),
  /** Of the bulletin or the plan. */
  title: Text,
  publishedOn: z.nullable(Day),
  /** Of a bulletin, in the order of attention: what changed, from what to what. */
  changes: z.array(Change),
  /** What a person said of it, and until when it is due; absent where nobody did. */
  text: z.optional(z.string()),
  due: z.optional(Day),
  who: z.string(),
  /** Where it is to be read here: `/bulletins/KB5060842`. */
  path: z.string(),
  urgency: z.optional(z.string()),
  severity: z.optional(z.nullable(z.int())),
  tlp: z.optional(z.string()),
})
export type NoticeLine = z.infer<typeof NoticeLine>

/** What one notice says, in no language yet. */
export const NoticeContent = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('changes'),
    /** The most pressing first; `count` where there are more than are told one by one. */
    lines: z.array(NoticeLine),
    count: z.int(),
    /** How many bulletins it is about. */
    bulletins: z.int(),
  }),
  z.object({ about: z.literal('weekly'), issue: z.string() }),
  z.object({ about: z.literal('test') }),
  /** That another channel of theirs was stopped, or that the password was set by another person. */
  z.object({ about: z.literal('stopped'), channel: z.string(), why: z.string() }),
  z.object({ about: z.literal('password'), by: z.string(), at: z.iso.datetime() }),
  /** `address`: what is to be confirmed. The link is no part of what is kept, so that nobody follows it who reads the log. */
  z.object({ about: z.literal('confirm'), address: z.string() }),
])
export type NoticeContent = z.infer<typeof NoticeContent>

/** What a subscription would have sent: `last` has up to five notices, the newest first. */
export const SubscriptionPreview = z.object({
  last: z.array(z.object({ at: z.iso.datetime(), lines: z.array(NoticeLine), count: z.int(), bulletins: z.int() })),
  /** Of HotFix Weekly, the last five issues; none of changes. */
  issues: z.array(z.object({ number: z.int(), at: z.iso.datetime() })),
  /** In the last 30 days, and on the fullest of them. */
  perMonth: z.int(),
  mostPerDay: z.int(),
})
export type SubscriptionPreview = z.infer<typeof SubscriptionPreview>

/** `waiting`: not sent yet, or to be tried again. `given-up`: after a day, or since the channel was stopped. */
export const noticeStates = ['waiting', 'sent', 'given-up'] as const

/** A notice in the log: what was sent where and when, and what came back. */
export const Notice = z.object({
  /** The same at every attempt: by it a receiver knows a repetition. */
  id: z.string(),
  subscription: z.nullable(z.int()),
  name: z.string(),
  channel: z.int(),
  kind: ChannelKind,
  /** As of the channel: no secret. */
  address: z.string(),
  state: z.enum(noticeStates),
  madeAt: z.iso.datetime(),
  sentAt: z.nullable(z.iso.datetime()),
  nextAt: z.nullable(z.iso.datetime()),
  attempts: z.array(
    z.object({ at: z.iso.datetime(), outcome: z.enum(['sent', 'failed', 'refused']), answer: z.string() }),
  ),
  content: NoticeContent,
})
export type Notice = z.infer<typeof Notice>
