/** What concerns a person, of all that has happened and that a day brings. */
import { concernReasons, type Concern, type Concerns, type ConcernReason, type ReadUpTo } from '../../contract/board.ts'
import type { NoticeKind } from '../../contract/notices.ts'
import type { Text } from '../../contract/text.ts'

type Told = { event: number; at: string; who: string; bulletin: string; title: Text; text: string }

/** What is known of a person, and of what may concern them. */
export type ConcernFacts = {
  /** Their name now: what they do themselves does not concern them. */
  me: string
  /** Null before they have read anything. */
  read: ReadUpTo | null
  /** What is addressed to them by an event. */
  addressed: readonly (Told & { why: 'assigned' | 'mentioned' | 'replied' | 'triaged' })[]
  /** What has happened to the bulletins that they watch, since they do. */
  watched: readonly (Told & { kinds: readonly NoticeKind[] })[]
  /** The ids of what is open and assigned to them. */
  assigned: ReadonlySet<string>
  /** What of that has a due day that is near or over: since which moment it is so. */
  due: readonly { bulletin: string; title: Text; on: string; at: string; isOverdue: boolean }[]
  /** Waves of plans that they own which should have begun, or cannot, since their gates are closed. */
  gates: readonly { plan: number; title: Text; wave: string; at: string }[]
  /** Channels of theirs to which nothing is sent any more. */
  channels: readonly { id: number; title: Text; why: string; at: string }[]
  /** When another person has set their password last, and who; null where nobody has lately. */
  password: { by: string; at: string } | null
  /** The number of the last event, and the moment of now. */
  upTo: ReadUpTo
}

/** The most that are told one by one. */
const maxItems = 100

const rank = (why: ConcernReason) => concernReasons.indexOf(why)
const nobody = { who: '', kinds: [], count: 1, event: null, due: null, bulletin: null }

/** What happened in events: each event once, by its strongest reason; what is watched by its bulletin, read and unread apart. */
function ofEvents({ me, read, addressed, watched, assigned }: ConcernFacts): Concern[] {
  const isNew = (event: number) => event > (read?.event ?? 0)
  const strongest = new Map<number, (typeof addressed)[number]>()
  for (const told of addressed) {
    if (told.who === me || (told.why === 'assigned' && !assigned.has(told.bulletin))) continue
    const known = strongest.get(told.event)
    if (known === undefined || rank(told.why) < rank(known.why)) strongest.set(told.event, told)
  }
  const direct = Array.from(strongest.values(), ({ why, ...told }): Concern => {
    const path = `/bulletins/${encodeURIComponent(told.bulletin)}#record`
    return { ...nobody, ...told, key: `${why} ${told.event}`, why, path, isNew: isNew(told.event) }
  })
  const seen = new Set<number>(strongest.keys())
  const others = watched.filter(({ event, who }) => who !== me && !seen.has(event))
  const groups = Map.groupBy(others, ({ bulletin, event }) => `${bulletin} ${isNew(event) ? 'new' : 'read'}`)
  const joined = Array.from(groups.values(), (group): Concern[] => {
    const [first, ...rest] = group.toSorted((a, b) => b.event - a.event)
    if (first === undefined) return []
    const { kinds: _kinds, ...last } = first
    const everybody = new Set(group.map(({ who }) => who))
    return [
      {
        ...nobody,
        ...last,
        key: `watched ${last.bulletin} ${last.event}`,
        why: 'watched',
        who: everybody.size === 1 ? last.who : '',
        kinds: [...new Set([first, ...rest].flatMap(({ kinds }) => kinds))],
        count: new Set(group.map(({ event }) => event)).size,
        path: `/bulletins/${encodeURIComponent(last.bulletin)}#record`,
        isNew: isNew(last.event),
      },
    ]
  })
  return [...direct, ...joined.flat()]
}

/** What a day brings, and what does not go on. */
function ofNow({ read, due, gates, channels, password }: ConcernFacts): Concern[] {
  const isNew = (at: string) => read === null || at > read.at
  return [
    ...due.map(({ bulletin, title, on, at, isOverdue }): Concern => {
      const why = isOverdue ? 'overdue' : 'due-soon'
      const path = `/bulletins/${encodeURIComponent(bulletin)}`
      return {
        ...nobody,
        key: `${why} ${bulletin} ${on}`,
        why,
        at,
        bulletin,
        title,
        text: '',
        due: on,
        path,
        isNew: isNew(at),
      }
    }),
    ...gates.map(({ plan, title, wave, at }): Concern => ({
      ...nobody,
      key: `gate-waiting ${plan} ${wave}`,
      why: 'gate-waiting',
      at,
      title,
      text: wave,
      path: `/plans/${plan}`,
      isNew: isNew(at),
    })),
    ...channels.map(({ id, title, why: text, at }): Concern => ({
      ...nobody,
      key: `channel-stopped ${id}`,
      why: 'channel-stopped',
      at,
      title,
      text,
      path: '/notices',
      isNew: isNew(at),
    })),
    ...(password === null
      ? []
      : [
          {
            ...nobody,
            key: `password-set ${password.at}`,
            why: 'password-set' as const,
            who: password.by,
            at: password.at,
            title: { ja: 'アカウント', en: 'Account' },
            text: '',
            path: '/account',
            isNew: isNew(password.at),
          },
        ]),
  ]
}

/** What concerns a person, the newest first and each thing once; `unread` counts all, also those beyond the list. */
export function concernsOf(facts: ConcernFacts): Concerns {
  const all = [...ofEvents(facts), ...ofNow(facts)].toSorted(
    (a, b) => Number(a.at < b.at) - Number(a.at > b.at) || rank(a.why) - rank(b.why) || (a.key < b.key ? -1 : 1),
  )
  return {
    items: all.slice(0, maxItems),
    unread: all.filter(({ isNew }) => isNew).length,
    upTo: facts.upTo,
  }
}
