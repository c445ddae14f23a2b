/** Which events a subscription asks for, and what its notice tells of each. */
import type { NoticeKind, NoticeLine, SubscriptionSettings } from '../../contract/notices.ts'
import type { Text } from '../../contract/text.ts'
import { hasRow, type Bits } from '../filter/bits.ts'
import type { Columns } from '../filter/columns.ts'
import type { LoggedEvent } from './logged-event.ts'
import { rankOfKind } from './pressing.ts'
import { toldBy, type ToldEvent } from './told.ts'

/** What a plan is called, who answers for it, and which bulletins it is for. */
export type PlanFact = { name: string; owner: string | null; bulletins: readonly string[] }

/** How everything is now. */
export type NoticeFacts = {
  columns: Columns
  plan: (id: number) => PlanFact | undefined
}

/** A subscription as it is matched. Whether a bulletin matches is worked out once for all events. */
export type Asking = Pick<SubscriptionSettings, 'kinds' | 'isAssigned' | 'isWatched' | 'owner'> & {
  id: number
  /** The rows that its filter finds, less those that may not be told there. */
  rows: Bits
  /** Whether the filter asks for nothing: what is about no bulletin then matches, too. */
  isUnfiltered: boolean
  /** What its person watches; nothing of a team. */
  watched: ReadonlySet<string>
  /** Who is not told of what they have done themselves; null for nobody. */
  self: string | null
}

/** Longer texts are to be read here, in full. */
const maxText = 1000

const cut = (text: string): string => {
  const letters = Array.from(text.slice(0, maxText * 2 + 2))
  return letters.length <= maxText ? text : `${letters.slice(0, maxText).join('')}…`
}

const everyFix: Text = { ja: 'すべての修正プログラム', en: 'Every fix' }

type About = Pick<NoticeLine, 'bulletin' | 'title' | 'publishedOn' | 'path' | 'urgency' | 'severity' | 'tlp' | 'due'>

/** What a line says of a bulletin beside what happened; null where it is not on file. */
export function aboutBulletin({ columns }: NoticeFacts, id: string): About | null {
  const row = columns.rowOf(id)
  if (row === undefined) return null
  const { title, publishedOn, urgency, severity, tlp, due } = columns.summaryAt(row)
  return {
    bulletin: id,
    title,
    publishedOn,
    path: `/bulletins/${encodeURIComponent(id)}`,
    urgency: urgency.level,
    severity,
    ...(tlp !== undefined && { tlp }),
    ...(typeof due?.on === 'string' && { due: due.on }),
  }
}

const ofNone = { bulletin: null, publishedOn: null }

/** Whether a bulletin is one of those that a subscription is about. */
export function isAsked(asked: Asking, { columns }: NoticeFacts, id: string): boolean {
  const row = columns.rowOf(id)
  if (row === undefined || !hasRow(asked.rows, row)) return false
  if (asked.isAssigned && columns.overlay.states.get(id)?.assignee !== asked.owner.name) return false
  return !asked.isWatched || asked.watched.has(id)
}

const isOfAny = ({ isUnfiltered, isAssigned, isWatched }: Asking) => isUnfiltered && !isAssigned && !isWatched

/** What a told event is about for a subscription: the first of its bulletins that match; null where nothing does. */
function aboutFor(told: ToldEvent, asked: Asking, facts: NoticeFacts): About | null {
  const { about } = told
  if (about === 'every-fix') return isOfAny(asked) ? { ...ofNone, title: everyFix, path: '/holds' } : null
  if ('plan' in about) {
    const plan = facts.plan(about.plan)
    if (plan === undefined) return null
    const isTheirs = asked.isAssigned && !asked.isWatched && plan.owner === asked.owner.name
    if (!isTheirs && !isOfAny(asked) && !plan.bulletins.some((id) => isAsked(asked, facts, id))) return null
    return { ...ofNone, title: { ja: plan.name, en: plan.name }, path: `/plans/${about.plan}` }
  }
  const found = about.bulletins.find((id) => isAsked(asked, facts, id))
  return found === undefined ? null : aboutBulletin(facts, found)
}

/** The kinds of a told event that a subscription asks for, the most pressing first. */
function kindsFor(
  { changes, activities, mentions }: ToldEvent,
  { kinds, owner, self }: Asking,
  who: string,
): NoticeKind[] {
  const own = who === self ? [] : activities
  const isNamed = who !== self && mentions.some(({ kind, name }) => kind === owner.kind && name === owner.name)
  const told = new Set<NoticeKind>([
    ...changes.map(({ kind }) => kind as NoticeKind),
    ...own,
    ...(isNamed ? ['mentioned' as const] : []),
  ])
  return kinds.filter((kind) => told.has(kind)).toSorted((a, b) => rankOfKind(a) - rankOfKind(b))
}

/** What a notice tells of an event; null where the subscription does not ask for it. */
function lineOf(event: LoggedEvent, told: ToldEvent, asked: Asking, facts: NoticeFacts): NoticeLine | null {
  const [kind] = kindsFor(told, asked, event.who)
  if (kind === undefined) return null
  const about = aboutFor(told, asked, facts)
  if (about === null) return null
  const { text, due } = told
  return {
    ...about,
    event: event.id,
    at: event.at,
    kind,
    changes: told.changes.filter((change) => asked.kinds.some((wanted) => wanted === change.kind)),
    who: event.who,
    ...(text !== undefined && { text: cut(text) }),
    ...(due !== undefined && { due }),
  }
}

/** Events of which any subscription can be told, with what each tells: worked out once for all of them. */
export const toldOf = (events: readonly LoggedEvent[]): { event: LoggedEvent; what: ToldEvent }[] =>
  events.flatMap((event) => {
    const what = toldBy(event)
    return what === null ? [] : [{ event, what }]
  })

/** What a subscription is told of events, in their order. */
export const linesFor = (asking: Asking, told: ReturnType<typeof toldOf>, facts: NoticeFacts): NoticeLine[] =>
  told.flatMap(({ event, what }) => lineOf(event, what, asking, facts) ?? [])
