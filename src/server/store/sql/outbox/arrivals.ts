/** How well notices arrive: counted over a time, by subscription, by channel and by kind. */
import type { Arrival, ChannelKind } from '../../../../contract/notices.ts'
import type { Arrivals } from '../../outbox.ts'
import type { Reader } from '../tables.ts'

/** What is counted of the notices of a subscription to a channel. `lastSent`, `lastGivenUp`: numbers of notices, 0 where there is none. */
type Counted = {
  subscription: number | null
  channel: number
  kind: ChannelKind
  sent: number
  waiting: number
  retrying: number
  failed: number
  lastAt: string | null
  lastSent: number
  lastGivenUp: number
  lastFailure: { at: string; answer: string } | null
}

const keyOf = (subscription: number | null, channel: number) => `${subscription} ${channel}`

/** Notices that are made, by state. What gathers lines still is none. */
async function countsSince(db: Reader, since: string): Promise<Map<string, Counted>> {
  const rows = await db
    .selectFrom('notice')
    .select(({ fn }) => [
      'subscription_id',
      'channel_id',
      'kind',
      'state',
      fn.countAll<number | string>().as('count'),
      fn.max<string | null>('sent_at').as('last_at'),
      fn.max<number>('id').as('last'),
      fn.max<number>('failures').as('failures'),
    ])
    .where('made_at', '>=', since)
    .where('content', 'is not', null)
    .groupBy(['subscription_id', 'channel_id', 'kind', 'state'])
    .execute()
  const found = new Map<string, Counted>()
  for (const { subscription_id: subscription, channel_id: channel, kind, state, ...row } of rows) {
    const key = keyOf(subscription, channel)
    const none = { sent: 0, waiting: 0, retrying: 0, failed: 0, lastAt: null, lastSent: 0, lastGivenUp: 0 }
    const own = found.get(key) ?? { subscription, channel, kind, ...none, lastFailure: null }
    found.set(key, own)
    if (state === 'sent') [own.sent, own.lastAt, own.lastSent] = [Number(row.count), row.last_at, row.last]
    else if (state === 'given-up') own.lastGivenUp = row.last
    else [own.waiting, own.retrying] = [Number(row.count), row.failures]
  }
  return found
}

async function addFailures(db: Reader, since: string, found: ReadonlyMap<string, Counted>): Promise<void> {
  const failures = db
    .selectFrom('notice_attempt')
    .innerJoin('notice', 'notice.id', 'notice_attempt.notice_id')
    .where('notice.made_at', '>=', since)
    .where('outcome', '!=', 'sent')
  const counts = await failures
    .select(({ fn }) => ['subscription_id', 'channel_id', fn.countAll<number | string>().as('count')])
    .groupBy(['subscription_id', 'channel_id'])
    .execute()
  for (const { subscription_id, channel_id, count } of counts) {
    const own = found.get(keyOf(subscription_id, channel_id))
    if (own === undefined) continue
    own.failed = Number(count)
    const last = await failures
      .select(['at', 'answer'])
      .where('subscription_id', subscription_id === null ? 'is' : '=', subscription_id)
      .where('channel_id', '=', channel_id)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
    own.lastFailure = last ?? null
  }
}

const newest = <T extends string>(moments: readonly (T | null)[]): T | null =>
  moments.reduce((most, moment) => (moment !== null && (most === null || moment > most) ? moment : most), null)

/** What several counts come to. It fails where one of them does. */
function arrivalOf(counted: readonly Counted[]): Arrival {
  const sum = (of: (each: Counted) => number) => counted.reduce((total, each) => total + of(each), 0)
  const failing = counted.filter((each) => each.retrying > 0 || each.lastGivenUp > each.lastSent)
  const last = failing
    .flatMap(({ lastFailure }) => lastFailure ?? [])
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .at(0)
  const [sent, waiting] = [sum((each) => each.sent), sum((each) => each.waiting)]
  return {
    state: failing.length > 0 ? 'failing' : sent > 0 ? 'arriving' : 'quiet',
    lastAt: newest(counted.map(({ lastAt }) => lastAt)),
    sent,
    failed: sum((each) => each.failed),
    waiting,
    why: last?.answer ?? null,
  }
}

/** How well notices have arrived that were made since a moment. */
export async function arrivalsSince(db: Reader, since: string): Promise<Arrivals> {
  const found = await countsSince(db, since)
  await addFailures(db, since, found)
  const all = [...found.values()]
  const by = <K>(keyOfOne: (each: Counted) => K) =>
    Array.from(Map.groupBy(all, keyOfOne), ([key, own]) => [key, arrivalOf(own)] as const)
  return {
    bySubscription: new Map(
      by(({ subscription }) => subscription).flatMap(([id, arrival]) => (id === null ? [] : [[id, arrival]])),
    ),
    byKind: Object.fromEntries(by(({ kind }) => kind)),
  }
}
