/** Writes down what happens. What is sent again, since its answer was lost, under the key that its author gave it is on file once. */
import type { Kysely, Selectable } from 'kysely'
import type { Change } from '../../../contract/changes.ts'
import { BulletinEvent, type Noted, type Topic } from '../../../contract/events.ts'
import type { Telling } from '../../../domain/changes/event-changes.ts'
import { changeRows, putChanges } from './bulletin-changes.ts'
import { IdempotencyKeyReused } from '../idempotency-key-reused.ts'
import type { Reader, Tables, Tx } from './tables.ts'

/** An event before it is on file. `key`: under which its author may send it again. */
export type NewEvent = { key?: string | undefined } & Telling

/** An event that may be about no bulletin, before it is on file; it brings no change of one. `detail` is kept as JSON. */
export type KeyedEvent = {
  key?: string | undefined
  who: string
  topic: Topic
  what: string
  bulletin: string | null
  detail: object | null
}

/** The detail of an event as it is kept. */
const detailOf = ({ detail }: Pick<KeyedEvent, 'detail'>): string | null =>
  detail === null ? null : JSON.stringify(detail)

/** Rows that go into one statement: far below what any engine takes. */
export const rowsAtOnce = 500

export const inBatches = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, batch) =>
    rows.slice(batch * rowsAtOnce, (batch + 1) * rowsAtOnce),
  )

/** Writes down what has happened, each bulletin at most once in a call; gives the number of each event by its bulletin. */
export async function record(
  tx: Kysely<Tables>,
  at: string,
  events: readonly NewEvent[],
): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>()
  for (const batch of inBatches(events)) {
    const rows = await tx
      .insertInto('event')
      .values(
        batch.map((event) => ({
          at,
          actor: event.who,
          topic: event.topic,
          action: event.what,
          bulletin_id: event.bulletin,
          detail: detailOf(event),
          key: event.key ?? null,
        })),
      )
      .returning(['id', 'bulletin_id'])
      .execute()
    for (const { id, bulletin_id } of rows) if (bulletin_id !== null) numbers.set(bulletin_id, id)
    await putChanges(
      tx,
      batch.flatMap((event) => changeRows(numbers.get(event.bulletin) ?? 0, event)),
    )
  }
  return numbers
}

type Noting = Omit<Noted, 'changes'> & {
  /** The moment of the write, ISO 8601. */
  at: string
  /** A person, or the name of what was brought in. */
  who: string
}

/**
 * Writes down what another rule or catalogue changes of bulletins without changing what their documents say, such as an
 * earlier due day or a risen EPSS. Called in the transaction of the write that it comes from; each bulletin once.
 */
export async function noteChanges(
  tx: Tx,
  { at, who, document, by }: Noting,
  changes: ReadonlyMap<string, readonly Change[]>,
): Promise<void> {
  const events = [...changes]
    .filter(([, ofBulletin]) => ofBulletin.length > 0)
    .map(([bulletin, ofBulletin]) => ({
      who,
      topic: 'changes' as const,
      what: 'noted' as const,
      bulletin,
      detail: { changes: [...ofBulletin], document, by },
    }))
  await record(tx, at, events)
}

/** What its author has written down under a key; undefined where that is nothing. */
export const eventUnder = (tx: Reader, who: string, key: string) =>
  tx.selectFrom('event').selectAll().where('actor', '=', who).where('key', '=', key).executeTakeFirst()

/**
 * The number of the event that its author has made of the same before; null where it is new, or has no key.
 *
 * @throws IdempotencyKeyReused where it was something else
 */
export async function findByIdempotencyKey(tx: Tx, event: KeyedEvent): Promise<number | null> {
  const { who, key, topic, what, bulletin } = event
  if (key === undefined) return null
  const made = await eventUnder(tx, who, key)
  if (made === undefined) return null
  const isSame =
    made.topic === topic && made.action === what && made.bulletin_id === bulletin && made.detail === detailOf(event)
  if (!isSame) throw new IdempotencyKeyReused(key)
  return made.id
}

/**
 * Writes down what has happened, unless it was before; gives the number of the event.
 *
 * @throws IdempotencyKeyReused where something else was, under its key
 */
export async function appendOnce(tx: Tx, at: string, event: NewEvent): Promise<number> {
  const made = await findByIdempotencyKey(tx, event)
  if (made !== null) return made
  const [number] = (await record(tx, at, [event])).values()
  if (number === undefined) throw new Error('an event of no bulletin has no number here')
  return number
}

/**
 * The same of what may be about no bulletin, such as a hold on every fix.
 *
 * @throws IdempotencyKeyReused where something else was, under its key
 */
export async function appendAnyOnce(tx: Tx, at: string, event: KeyedEvent): Promise<number> {
  return (await findByIdempotencyKey(tx, event)) ?? writeDown(tx, { at, ...event })
}

/** A row of the log as the event of a bulletin. */
export function asEvent({
  actor: who,
  action: what,
  bulletin_id: bulletin,
  detail,
  ...row
}: Selectable<Tables['event']>) {
  const read: unknown = JSON.parse(detail ?? 'null')
  return BulletinEvent.parse({ ...row, who, what, bulletin, detail: read })
}

/** The number of the last event, or one below that of the next; 0 before the first. */
export async function lastEvent(tx: Reader): Promise<number> {
  const { last } = await tx
    .selectFrom('event')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** The last event of a topic, or of one action in it, with its detail; null where there is none. */
export async function lastSaid(db: Reader, topic: Topic, action: string | null = null) {
  const row = await db
    .selectFrom('event')
    .selectAll()
    .where('topic', '=', topic)
    .$if(action !== null, (query) => query.where('action', '=', action ?? ''))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { version: row.id, at: row.at, by: row.actor, detail: JSON.parse(row.detail ?? 'null') as unknown }
}

/** In place of the last event, where there is none. */
export const neverSaid = { version: 0, at: null, by: null, detail: null }

type QuietEvent =
  | 'platforms-added'
  | 'dates-changed'
  | 'import-undone'
  | 'documents-removed'
  | 'epss-stored'
  | 'cve-records-stored'
  | 'kev-stored'

type Alone = Omit<KeyedEvent, 'topic' | 'bulletin'> & { at: string; topic: Topic | 'access'; bulletin?: string | null }

/** Writes down what changes nothing of a bulletin, such as that the fleet was set; gives the number of the event. */
export async function writeDown(tx: Kysely<Tables>, { at, who, topic, what, bulletin = null, ...said }: Alone) {
  const { id } = await tx
    .insertInto('event')
    .values({
      at,
      actor: who,
      topic,
      action: what,
      bulletin_id: bulletin,
      detail: detailOf(said),
      key: said.key ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes what no history of a bulletin tells, and what is made from all of them changes with all the same. */
export async function noteQuietly(
  { tx, at, who }: { tx: Tx; at: string; who: string },
  what: QuietEvent,
  detail: Readonly<Record<string, unknown>> | null = null,
): Promise<void> {
  await writeDown(tx, { at, who, topic: what.endsWith('-stored') ? 'signals' : 'bulletins', what, detail })
}
