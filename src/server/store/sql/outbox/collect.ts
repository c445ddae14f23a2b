/** Puts what the log brings into notices. */
import type { NoticeLine, NoticeTiming } from '../../../../contract/notices.ts'
import {
  dueAfterRun,
  followingAfter,
  groupedLines,
  type KnownNotices,
  type OpenNotice,
} from '../../../../domain/notices/grouping.ts'
import { yieldToEventLoop } from '../../../yield-to-event-loop.ts'
import type { CollectedLines, Occurrence, OutboxStore } from '../../outbox.ts'
import { inBatches } from '../recording.ts'
import { endSilentRuns, silentSince } from '../runs.ts'
import type { Access, Reader, Tx } from '../tables.ts'
import { freshRow } from './rows.ts'

const eventsPlace = 'events'
const dayPlace = (subscription: number) => `day ${subscription}`

async function placeIn(db: Reader, name: string): Promise<string | null> {
  const row = await db.selectFrom('notice_cursor').select('place').where('name', '=', name).executeTakeFirst()
  return row?.place ?? null
}

const cursorIn = async (db: Reader): Promise<number> => Number((await placeIn(db, eventsPlace)) ?? 0)

async function setPlace(tx: Tx, name: string, place: string): Promise<void> {
  await tx
    .insertInto('notice_cursor')
    .values({ name, place })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ place }))
    .execute()
}

/** What of a subscription's notices matters to lines from a moment on, about these subjects. */
async function knownOf(tx: Tx, subscription: number, subjects: readonly string[], from: string): Promise<KnownNotices> {
  const since = new Date(Date.parse(from) - followingAfter).toISOString()
  const recent = tx
    .selectFrom('notice')
    .where('subscription_id', '=', subscription)
    .where((is) => is.or([is('due_at', 'is', null), is('due_at', '>=', since)]))
  const rows = await recent.select(['id', 'due_at', 'not_before', 'run_id', 'content', 'state']).execute()
  const lastOf = new Map<string, string>()
  for (const batch of inBatches(subjects)) {
    const told = await tx
      .selectFrom('notice_event')
      .select(['subject', 'notice_id'])
      .where('subscription_id', '=', subscription)
      .where('subject', 'in', batch)
      .where('notice_id', 'in', recent.select('id'))
      .orderBy('event_id')
      .execute()
    for (const { subject, notice_id } of told) lastOf.set(subject, String(notice_id))
  }
  const notices = rows.map(({ id, due_at, not_before, run_id, content, state }): OpenNotice => ({
    key: String(id),
    dueAt: due_at,
    notBefore: not_before,
    run: run_id,
    isFrozen: content !== null || state !== 'waiting',
  }))
  return { notices, lastOf }
}

/** Writes notices that are new or have moved; gives the number of each by its key. */
async function writeNotices(
  tx: Tx,
  { to }: Pick<CollectedLines, 'to'>,
  before: readonly OpenNotice[],
  after: readonly OpenNotice[],
  at: string,
): Promise<ReadonlyMap<string, number>> {
  const known = new Map(before.map((notice) => [notice.key, notice]))
  const numbers = new Map(before.map(({ key }) => [key, Number(key)]))
  const fresh = after.filter(({ key }) => !known.has(key))
  for (const batch of inBatches(fresh)) {
    const rows = batch.map(({ dueAt, notBefore, run }) =>
      freshRow(to, at, { due_at: dueAt, not_before: notBefore, run_id: run }),
    )
    const made = await tx.insertInto('notice').values(rows).returning(['id', 'message']).execute()
    const ids = new Map(made.map(({ id, message }) => [message, id]))
    for (const [place, { key }] of batch.entries()) numbers.set(key, ids.get(rows[place]?.message ?? '') ?? 0)
    await yieldToEventLoop()
  }
  for (const notice of after) {
    const was = known.get(notice.key)
    if (was === undefined || (was.dueAt === notice.dueAt && was.notBefore === notice.notBefore)) continue
    await tx
      .updateTable('notice')
      .set({ due_at: notice.dueAt, not_before: notice.notBefore })
      .where('id', '=', Number(notice.key))
      .execute()
  }
  return numbers
}

async function putLines(
  tx: Tx,
  { to, when, lines }: CollectedLines,
  at: string,
  nextAt: (when: NoticeTiming, after: string) => string,
): Promise<void> {
  const [first] = lines
  if (first === undefined) return
  const known = await knownOf(tx, to.subscription, [...new Set(lines.map(({ subject }) => subject))], first.at)
  const { notices, keys } = groupedLines(lines, known, { when, nextAt: (after) => nextAt(when, after) })
  const numbers = await writeNotices(tx, { to }, known.notices, notices, at)
  const rows = lines.map(({ event, subject, rank, line }, place) => ({
    subscription_id: to.subscription,
    event_id: event,
    subject,
    notice_id: numbers.get(keys[place] ?? '') ?? 0,
    urgency_rank: rank,
    line: JSON.stringify(line),
  }))
  for (const batch of inBatches(rows)) {
    await tx.insertInto('notice_event').values(batch).execute()
    await yieldToEventLoop()
  }
}

/** The notices of runs that have ended, and whose last event has been collected. */
const endedNotices = (db: Reader, cursor: number) =>
  db
    .selectFrom('notice')
    .innerJoin('import_run', 'import_run.id', 'notice.run_id')
    .select(['notice.id', 'notice.not_before', 'import_run.ended_at'])
    .where('notice.state', '=', 'waiting')
    .where('notice.due_at', 'is', null)
    .where('import_run.ended_at', 'is not', null)
    .where('import_run.last_event', '<=', cursor)

async function letRunsGo(tx: Tx): Promise<void> {
  for (const { id, not_before, ended_at } of await endedNotices(tx, await cursorIn(tx)).execute())
    await tx
      .updateTable('notice')
      .set({ due_at: dueAfterRun(ended_at ?? '', { notBefore: not_before }) })
      .where('id', '=', id)
      .execute()
}

/** The digest of a moment that takes in more; null where there is none. */
async function digestAt(tx: Tx, subscription: number, at: string): Promise<number | null> {
  const row = await tx
    .selectFrom('notice')
    .select('id')
    .where('subscription_id', '=', subscription)
    .where('due_at', '=', at)
    .where('content', 'is', null)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

async function writeDay(tx: Tx, { to, at, lines }: Occurrence, now: string): Promise<void> {
  if (lines.length === 0) return
  const text = JSON.stringify(lines satisfies readonly NoticeLine[])
  const known = await digestAt(tx, to.subscription, at)
  if (known === null)
    await tx
      .insertInto('notice')
      .values(freshRow(to, now, { due_at: at, day_lines: text }))
      .execute()
  else await tx.updateTable('notice').set({ day_lines: text }).where('id', '=', known).execute()
}

/** What collects, in a database. */
export const sqlCollecting = ({
  db,
  write,
  now,
}: Access): Pick<OutboxStore, 'cursor' | 'collect' | 'endRuns' | 'lookedAt' | 'putDay'> => ({
  cursor: () => cursorIn(db),
  collect: ({ after, last, collected, nextAt }) =>
    write(async (tx) => {
      if ((await cursorIn(tx)) !== after) return false
      const at = now().toISOString()
      for (const each of collected) await putLines(tx, each, at, nextAt)
      await setPlace(tx, eventsPlace, String(last))
      await letRunsGo(tx)
      return true
    }, 'quietly'),
  async endRuns() {
    const at = now().toISOString()
    const since = silentSince(now())
    const silent = db.selectFrom('import_run').select('id').where('ended_at', 'is', null).where('seen_at', '<', since)
    const isSilent = (await silent.limit(1).executeTakeFirst()) !== undefined
    const isEnded =
      (await endedNotices(db, await cursorIn(db))
        .limit(1)
        .executeTakeFirst()) !== undefined
    if (!isSilent && !isEnded) return
    await write(async (tx) => {
      await endSilentRuns(tx, { at, since })
      await letRunsGo(tx)
    }, 'quietly')
  },
  lookedAt: (subscription) => placeIn(db, dayPlace(subscription)),
  putDay: (occurrence) =>
    write(async (tx) => {
      const name = dayPlace(occurrence.to.subscription)
      if (((await placeIn(tx, name)) ?? '') >= occurrence.at) return false
      await setPlace(tx, name, occurrence.at)
      await writeDay(tx, occurrence, now().toISOString())
      return true
    }, 'quietly'),
})
