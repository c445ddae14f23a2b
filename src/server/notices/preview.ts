/** What a subscription would have sent, before it is kept. */
import type { NoticeLine, SubscriptionPreview } from '../../contract/notices.ts'
import { dayIn, daysBetween, daysFrom } from '../../domain/due/days.ts'
import { dueSoonDays } from '../../domain/notices/due-lines.ts'
import { isNewlyDue } from '../../domain/notices/newly-due.ts'
import { mostPressing } from '../../domain/notices/pressing.ts'
import { replayedNotices, type Replayed, type RunLine } from '../../domain/notices/replay.ts'
import { occurrences } from '../../domain/notices/schedule.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { atOnceAt } from './days.ts'
import type { Matcher, Subscribed } from './matcher.ts'

type Deps = { store: Store; matcher: Matcher; now: () => Date }

export type Previewer = (subscribed: Subscribed) => Promise<SubscriptionPreview>

/** As far as it looks back: this many days, and this many events. */
const back = { days: 90, events: 20_000 }
const eventsAtOnce = 500
/** It is counted how many there would have been in this many days. */
const countedDays = 30
const shownNotices = 5
const shownLines = 20

/** What days bring. */
const dayKinds = ['due-soon', 'overdue'] as const

type Stretch = { at: string; since: string; zone: string; isWeekly: boolean }

/** Whether what is open now was told of at a moment: each week all of it, else what had newly become so. */
function isToldThen(line: NoticeLine, { isWeekly, ...stretch }: Stretch): boolean {
  if (!isWeekly) return isNewlyDue(line, stretch)
  const left = daysBetween(dayIn(stretch.zone)(stretch.at), line.due ?? '')
  return line.kind === 'overdue' ? left < 0 : left >= 0 && left <= dueSoonDays
}

/** Tells what a subscription would have sent: events of the last 90 days, the last 20,000 at most, by how all is now. */
export function previewer({ store, matcher, now }: Deps): Previewer {
  const daysAgo = (days: number) => daysFrom(now(), -days)

  async function happened(subscribed: Subscribed): Promise<RunLine[]> {
    const since = daysAgo(back.days)
    const found: RunLine[] = []
    const newest = await store.events.last()
    for (let after = Math.max(0, newest - back.events); after < newest;) {
      const { events, last } = await store.outbox.eventsAfter(after, eventsAtOnce)
      const recent = events.filter(({ at }) => at >= since)
      const runs = new Map(recent.map(({ id, run }) => [id, run]))
      const lines = (await matcher.lines([subscribed], recent)).get(subscribed.id) ?? []
      for (const line of lines) found.push({ line, run: runs.get(line.event ?? 0) ?? null })
      // An end of the log that was written to meanwhile.
      if (last <= after) break
      after = last
      await yieldToEventLoop()
    }
    return found
  }

  /** What the days of the last month brought, as far as it is open still. */
  async function broughtByDays(subscribed: Subscribed): Promise<Replayed[]> {
    const { kinds, when } = subscribed
    const asked = dayKinds.filter((kind) => kinds.includes(kind))
    if (asked.length === 0) return []
    const { zone } = await store.due.policy()
    const timing = when.every === 'change' ? ({ every: 'day', at: atOnceAt, zone } as const) : when
    const open = await matcher.due([{ ...subscribed, kinds: [...dayKinds] }], now().toISOString())
    const [first, ...moments] = occurrences(timing, daysAgo(countedDays + 1), now().toISOString())
    let since = first ?? daysAgo(countedDays)
    return moments.map((at) => {
      const stretch = { at, since, zone: timing.zone, isWeekly: when.every === 'week' }
      since = at
      const lines = (open.get(subscribed.id) ?? []).flatMap((line) =>
        asked.flatMap((kind) => (isToldThen({ ...line, kind }, stretch) ? [{ ...line, kind, at }] : [])),
      )
      return { at, lines }
    })
  }

  /** The issues of HotFix Weekly are the same for everybody. */
  async function ofIssues(): Promise<SubscriptionPreview> {
    // More than come out in a month, each week and after each Patch Tuesday.
    const heads = await store.weekly.list({ year: null, words: [] }, 10)
    const issues = heads.map(({ number, madeAt }) => ({ number, at: madeAt }))
    const perMonth = issues.filter(({ at }) => at > daysAgo(countedDays)).length
    return { last: [], issues: issues.slice(0, shownNotices), perMonth, mostPerDay: Math.min(1, perMonth) }
  }

  return async (subscribed) => {
    const { about, when } = subscribed
    if (about === 'weekly') return ofIssues()
    const sent = new Map(
      replayedNotices(await happened(subscribed), when).map(({ at, lines }) => [
        `${at} ${lines[0]?.event}`,
        { at, lines },
      ]),
    )
    for (const { at, lines } of await broughtByDays(subscribed)) {
      if (lines.length === 0) continue
      // A digest of that moment tells both.
      const same = [...sent.values()].find((notice) => when.every !== 'change' && notice.at === at)
      if (same === undefined) sent.set(at, { at, lines })
      else same.lines = [...same.lines, ...lines]
    }
    const until = now().toISOString()
    const notices = [...sent.values()].filter(({ at }) => at <= until).toSorted((a, b) => (a.at < b.at ? 1 : -1))
    const month = notices.filter(({ at }) => at > daysAgo(countedDays))
    const dayOf = dayIn(when.every === 'change' ? (await store.due.policy()).zone : when.zone)
    const perDay = Map.groupBy(month, ({ at }) => dayOf(at))
    return {
      last: notices.slice(0, shownNotices).map(({ at, lines }) => ({
        at,
        lines: mostPressing(lines).slice(0, shownLines),
        count: lines.length,
        bulletins: new Set(lines.flatMap(({ bulletin }) => bulletin ?? [])).size,
      })),
      issues: [],
      perMonth: month.length,
      mostPerDay: perDay.values().reduce((most, { length }) => Math.max(most, length), 0),
    }
  }
}
