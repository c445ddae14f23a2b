/** What has happened that concerns a person. */
import * as z from 'zod'
import type { Topic } from '../../../../contract/events.ts'
import { noticeKinds, type NoticeKind } from '../../../../contract/notices.ts'
import { excerpt } from '../../../../domain/board/excerpt.ts'
import type { AddressedEvent, BoardStore, WatchedEvent } from '../../board.ts'
import type { FilterOwner } from '../../filters.ts'
import { keyOf } from '../filters.ts'
import type { Access, Reader } from '../tables.ts'
import { titlesOf } from './talk.ts'

/** Events of one kind that are looked at: nobody reads more. */
const mostEvents = 300

/** What people do to a watched bulletin that its watchers are told. */
const activity = ['discussion', 'field-reports', 'decision', 'lab', 'triage', 'holds'] as const satisfies Topic[]

function kindOf({ topic, action }: { topic: string; action: string }): NoticeKind | null {
  if (action === 'taken-back') return null
  if (topic === 'discussion') return 'commented'
  if (topic === 'field-reports') return 'field-reported'
  if (topic === 'decision') return 'decided'
  if (topic === 'lab') return 'tested'
  if (topic === 'triage') return 'triaged'
  return action === 'ended' ? 'hold-ended' : 'held'
}

const Said = z.object({
  text: z.optional(z.nullable(z.string())),
  handover: z.optional(z.object({ text: z.string() })),
})

/** What was said in events, its beginning, by number. */
async function textsOf(db: Reader, events: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (events.length === 0) return new Map()
  const rows = await db
    .selectFrom('event')
    .select(['id', 'detail'])
    .where('id', 'in', events)
    .where('topic', 'in', ['discussion', 'field-reports', 'triage'])
    .execute()
  return new Map(
    rows.map(({ id, detail }) => {
      const { text, handover } = Said.parse(JSON.parse(detail ?? 'null'))
      return [id, excerpt(text ?? handover?.text ?? '')]
    }),
  )
}

type Row = { event: number; at: string; who: string; bulletin: string }

async function told<T extends Row>(db: Reader, rows: readonly T[]) {
  const [titles, texts] = await Promise.all([
    titlesOf(
      db,
      rows.map(({ bulletin }) => bulletin),
    ),
    textsOf(
      db,
      rows.map(({ event }) => event),
    ),
  ])
  return rows.map((row) => ({
    ...row,
    title: titles.get(row.bulletin) ?? { en: row.bulletin },
    text: texts.get(row.event) ?? '',
  }))
}

async function addressed(db: Reader, owner: FilterOwner): Promise<AddressedEvent[]> {
  const rows = await db
    .selectFrom('addressed')
    .innerJoin('event', 'event.id', 'addressed.event_id')
    .select(['event.id as event', 'at', 'actor as who', 'bulletin_id', 'reason as why'])
    .where('owner', '=', keyOf(owner))
    .orderBy('addressed.event_id', 'desc')
    .limit(mostEvents)
    .execute()
  const about = rows.flatMap(({ bulletin_id, ...row }) =>
    bulletin_id === null ? [] : [{ ...row, bulletin: bulletin_id }],
  )
  return told(db, about)
}

async function watched(db: Reader, owner: FilterOwner): Promise<WatchedEvent[]> {
  const own = db.selectFrom('watch').where('owner', '=', keyOf(owner))
  const done = await own
    .innerJoin('event', 'event.bulletin_id', 'watch.bulletin_id')
    .select(['event.id as event', 'at', 'actor as who', 'watch.bulletin_id as bulletin', 'topic', 'action'])
    .where('topic', 'in', activity)
    .whereRef('event.id', '>', 'watch.since')
    .orderBy('event.id', 'desc')
    .limit(mostEvents)
    .execute()
  const changed = await own
    .innerJoin('bulletin_change', 'bulletin_change.bulletin_id', 'watch.bulletin_id')
    .innerJoin('event', 'event.id', 'bulletin_change.event_id')
    .select(['event.id as event', 'at', 'actor as who', 'watch.bulletin_id as bulletin', 'bulletin_change.kind'])
    .whereRef('bulletin_change.event_id', '>', 'watch.since')
    .orderBy('bulletin_change.event_id', 'desc')
    .limit(mostEvents)
    .execute()
  const rows = new Map<string, Row & { kinds: NoticeKind[] }>()
  const add = ({ event, at, who, bulletin }: Row, kind: NoticeKind) => {
    const known = rows.get(`${event} ${bulletin}`) ?? { event, at, who, bulletin, kinds: [] }
    rows.set(`${event} ${bulletin}`, { ...known, kinds: [...known.kinds, kind] })
  }
  for (const row of changed) {
    const kind = noticeKinds.find((known) => known === row.kind)
    if (kind !== undefined) add(row, kind)
  }
  for (const row of done) {
    const kind = kindOf(row)
    if (kind !== null) add(row, kind)
  }
  return told(db, [...rows.values()])
}

/** What concerns a person, in a database. */
export const sqlConcerning = ({ db }: Access): Pick<BoardStore, 'addressedTo' | 'watchedBy'> => ({
  addressedTo: (owner) => addressed(db, owner),
  watchedBy: (owner) => watched(db, owner),
})
