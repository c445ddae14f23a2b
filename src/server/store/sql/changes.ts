import { sql } from 'kysely'
import type { ChangeEntry } from '../../../contract/changes.ts'
import type { LastByBulletin, LastChange } from '../../../domain/changes/last-changes.ts'
import { withLater } from '../../../domain/changes/together.ts'
import { pagesAfter } from './pages.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { ChangePlace, ChangeQuery, ChangeStore } from '../changes.ts'
import { personNamed } from './access/names.ts'
import { entriesOf } from './change-entries.ts'
import { inBatches } from './recording.ts'
import type { Access, Reader } from './tables.ts'

/** Rows that are read at a time. */
const atOnce = 2000

async function lastNumber(db: Reader): Promise<number> {
  const { last } = await db
    .selectFrom('bulletin_change')
    .select(({ fn }) => fn.max<number | null>('event_id').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** Events of bulletins after one, with their kinds, oldest first. Those of the last event of a page come whole. */
function changePages(db: Reader, since: number) {
  const events = db.selectFrom('bulletin_change').select('event_id').distinct().orderBy('event_id').limit(atOnce)
  const rows = db
    .selectFrom('bulletin_change')
    .innerJoin('event', 'event.id', 'bulletin_change.event_id')
    .select(['bulletin_change.event_id as event', 'bulletin_change.bulletin_id as bulletin', 'kind', 'event.at'])
    .orderBy('bulletin_change.event_id')
  const ofThem = (last: number) => rows.where('bulletin_change.event_id', 'in', events.where('event_id', '>', last))
  return pagesAfter(
    since,
    (last) => ofThem(last).execute(),
    (end) => end.event,
  )
}

/** The last changes of each bulletin, up to the event that was read last. */
async function readAfter(db: Reader, since: number, known: LastByBulletin): Promise<[LastByBulletin, number]> {
  const now = new Map(known)
  let last = since
  for await (const rows of changePages(db, since))
    for (const { bulletin, kind, event, at } of rows) {
      const change: LastChange = { kind, event, at }
      // What is new has no changes before: it may have been there and gone.
      const before = kind === 'new' ? [] : (now.get(bulletin) ?? [])
      now.set(bulletin, withLater(before, [change]))
      last = event
    }
  return [now, last]
}

/** The places of a list, the last first; of an event that changed several bulletins by their ids. */
async function placesOf(
  db: Reader,
  { since, kinds }: ChangeQuery,
  beyond: ChangePlace | null,
  atMost: number,
): Promise<ChangePlace[]> {
  return db
    .selectFrom('bulletin_change')
    .select(['event_id as event', 'bulletin_id as bulletin'])
    .distinct()
    .where('event_id', '>', since)
    .$if(kinds !== null, (query) => query.where('kind', 'in', kinds ?? []))
    .$if(beyond !== null, (query) =>
      query.where((is) =>
        is.or([
          is('event_id', '<', beyond?.event ?? 0),
          is.and([is('event_id', '=', beyond?.event ?? 0), is('bulletin_id', '>', beyond?.bulletin ?? '')]),
        ]),
      ),
    )
    .orderBy('event_id', 'desc')
    .orderBy('bulletin_id')
    .limit(atMost)
    .execute()
}

async function isPlace(db: Reader, { event, bulletin }: ChangePlace): Promise<boolean> {
  const row = await db
    .selectFrom('bulletin_change')
    .select('kind')
    .where('event_id', '=', event)
    .where('bulletin_id', '=', bulletin)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What has changed, in a database. */
export function sqlChanges({ db, write }: Access): ChangeStore {
  let kept: Promise<[LastByBulletin, number]> = Promise.resolve([new Map(), 0])
  /** Reads what came since the last reading; all of it where the store was set back meanwhile. */
  const read = async (before: typeof kept): Promise<[LastByBulletin, number]> => {
    const [known, last] = await before
    return last > (await lastNumber(db)) ? readAfter(db, 0, new Map()) : readAfter(db, last, known)
  }
  return {
    version: () => lastNumber(db),
    async last() {
      const before = kept
      kept = read(before).catch(async (error: unknown) => {
        kept = before
        throw error
      })
      return (await kept)[0]
    },
    async list(query, beyond, atMost) {
      if (beyond !== null && !(await isPlace(db, beyond))) return null
      const entries: ChangeEntry[] = []
      for (const batch of inBatches(await placesOf(db, query, beyond, atMost))) {
        for (const entry of await entriesOf(db, batch)) entries.push(entry)
        await yieldToEventLoop()
      }
      return entries
    },
    async newest(bulletins) {
      const entries = new Map<string, ChangeEntry>()
      for (const batch of inBatches(bulletins)) {
        const places = await db
          .selectFrom('bulletin_change')
          .select(({ fn }) => ['bulletin_id as bulletin', fn.max<number>('event_id').as('event')])
          .where('bulletin_id', 'in', batch)
          .groupBy('bulletin_id')
          .execute()
        for (const entry of await entriesOf(db, places)) entries.set(entry.bulletin, entry)
      }
      return entries
    },
    async seen(person) {
      const row = await db
        .selectFrom('seen_change')
        .innerJoin('person', 'person.id', 'seen_change.person_id')
        .select('event_id')
        .where('person.name', '=', person)
        .executeTakeFirst()
      return row?.event_id ?? null
    },
    see: (person, event) =>
      write(async (tx) => {
        const known = await personNamed(tx, person)
        const { last } = await tx
          .selectFrom('event')
          .select(sql<number | null>`max(id)`.as('last'))
          .executeTakeFirstOrThrow()
        if (known === undefined) return 0
        const before = await tx
          .selectFrom('seen_change')
          .select('event_id')
          .where('person_id', '=', known.id)
          .executeTakeFirst()
        const seen = Math.min(Math.max(event, before?.event_id ?? 0), last ?? 0)
        await tx
          .insertInto('seen_change')
          .values({ person_id: known.id, event_id: seen })
          .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ event_id: seen }))
          .execute()
        return seen
      }, 'quietly'),
  }
}
