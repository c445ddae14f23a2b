/** Tells what a subscription is told, by what is on file now. */
import type { SignIn } from '../../contract/access.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import type { NoticeLine, SubscriptionSettings } from '../../contract/notices.ts'
import { matchingRows } from '../../domain/filter/apply.ts'
import { intersection, type Bits } from '../../domain/filter/bits.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { dueLines } from '../../domain/notices/due-lines.ts'
import type { LoggedEvent } from '../../domain/notices/logged-event.ts'
import { linesFor, toldOf, type Asking, type PlanFact } from '../../domain/notices/match.ts'
import { mayTell, type Recipient, type TlpSetting } from '../../domain/notices/may-tell.ts'
import { rowsMarked } from '../../domain/notices/marked-rows.ts'
import { byId } from '../../domain/table/by-id.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { queryOf } from '../catalogue/query-of.ts'
import type { KeptChannel } from '../store/channels.ts'
import type { Store } from '../store/store.ts'
import type { KeptSubscription } from '../store/subscriptions.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

type Deps = {
  store: Store
  catalogue: Pick<Catalogue, 'columnsFor'>
  /** How people sign in here: who works alone may do everything. */
  signIn: SignIn
  /** `NOTICE_TLP`. */
  tlp: TlpSetting
}

/** What a subscription asks for, and whose it is. */
export type Subscribed = Pick<KeptSubscription, 'id' | 'person' | 'role'> & SubscriptionSettings

/** Who is told by a subscription, with what they may do now. */
export const recipientOf = ({ owner, person, role }: Pick<Subscribed, 'owner' | 'person' | 'role'>, signIn: SignIn) =>
  (owner.kind === 'team'
    ? { kind: 'team' }
    : { kind: 'person', role: person === null && signIn === 'single-user' ? 'admin' : role }) satisfies Recipient

const isUnfiltered = (query: BulletinQuery) => Object.keys(query).every((field) => field === 'sort')

/** What subscriptions are told of events, and of due days. */
export function matcherOf({ store, catalogue, signIn, tlp }: Deps) {
  async function plansFor(events: readonly LoggedEvent[]): Promise<(id: number) => PlanFact | undefined> {
    if (!events.some(({ topic }) => topic === 'plans')) return () => undefined
    const plans = byId(await store.plans.list())
    return (id) => plans.get(id)
  }

  /** By search and name, the columns that a filter reads, and the rows that it finds: subscriptions that ask alike share them. */
  function finder() {
    const made = new Map<string, Promise<{ columns: Columns; rows: Bits }>>()
    const find = async (query: BulletinQuery, { owner }: Subscribed) => {
      const columns = await catalogue.columnsFor({ name: owner.name, role: 'viewer', by: 'session' }, query)
      await yieldToEventLoop()
      return { columns, rows: matchingRows(columns, filterOf(query)) }
    }
    return (query: BulletinQuery, subscribed: Subscribed) => {
      const key = JSON.stringify([query, subscribed.owner.name])
      const found = made.get(key) ?? find(query, subscribed)
      made.set(key, found)
      return found
    }
  }

  async function watchedBy({ isWatched, owner, person }: Subscribed): Promise<ReadonlySet<string>> {
    if (!isWatched || owner.kind === 'team') return new Set()
    return new Set(await store.board.watched(person === null ? 'single-user' : { person }))
  }

  /** A subscription ready to be matched; null where it is told nothing, whatever happens. */
  async function ready(
    subscribed: Subscribed,
    channel: KeptChannel | undefined,
    find: ReturnType<typeof finder>,
  ): Promise<{ asked: Asking; columns: Columns } | null> {
    const query = queryOf(subscribed.search)
    const recipient = recipientOf(subscribed, signIn)
    const of = channel ?? { kind: 'email', owner: subscribed.owner }
    if (query === null || !mayTell(undefined, of, recipient, tlp)) return null
    const { columns, rows } = await find(query, subscribed)
    const open = rowsMarked(columns, (mark) => mayTell(mark, of, recipient, tlp))
    const asked = {
      ...subscribed,
      rows: intersection(rows, open),
      isUnfiltered: isUnfiltered(query),
      watched: await watchedBy(subscribed),
      // Who works alone has nobody else who does anything.
      self: subscribed.owner.kind === 'person' && subscribed.person !== null ? subscribed.owner.name : null,
    }
    return { asked, columns }
  }

  async function readied(subscriptions: readonly Subscribed[]) {
    const channels = byId(await store.channels.all())
    const find = finder()
    const made: { asked: Asking; columns: Columns }[] = []
    for (const each of subscriptions) {
      const one = await ready(each, channels.get(each.channel), find)
      if (one !== null) made.push(one)
    }
    return made
  }

  return {
    /** What each of these is told of a batch of events, oldest first; one that is told nothing is absent. */
    async lines(
      subscriptions: readonly Subscribed[],
      events: readonly LoggedEvent[],
    ): Promise<ReadonlyMap<number, NoticeLine[]>> {
      const plan = await plansFor(events)
      const told = toldOf(events)
      const found = new Map<number, NoticeLine[]>()
      for (const { asked, columns } of told.length === 0 ? [] : await readied(subscriptions)) {
        const lines = linesFor(asked, told, { columns, plan })
        if (lines.length > 0) found.set(asked.id, lines)
        await yieldToEventLoop()
      }
      return found
    },
    /** What is due soon or overdue of what these ask for. `at`: the moment that it is told of, ISO 8601. */
    async due(subscriptions: readonly Subscribed[], at: string): Promise<ReadonlyMap<number, NoticeLine[]>> {
      const asking = await readied(subscriptions)
      return new Map(
        asking.map(({ asked, columns }) => [asked.id, dueLines(asked, { columns, plan: () => undefined }, at)]),
      )
    },
  }
}

export type Matcher = ReturnType<typeof matcherOf>
