/** Takes the notices that are to be sent now, and settles what they say. */
import type { NoticeContent, NoticeLine } from '../../../../contract/notices.ts'
import type { ClaimedNotice, OutboxStore } from '../../outbox.ts'
import type { Access, Reader, Tx } from '../tables.ts'
import { addressedIn, contentIn } from './rows.ts'

/** This many lines are told one by one. */
const toldLines = 50

/** A notice is given up so long after it was due, in milliseconds; one that was made later, so long after that. */
const patience = 24 * 60 * 60_000

/** Queues of which one is being sent, or waits to be tried again: what comes later in them waits, too. */
const heldQueues = (db: Reader, at: string) =>
  db
    .selectFrom('notice as held')
    .select('held.queue')
    .where('held.state', '=', 'waiting')
    .where((is) => is.or([is('held.next_at', '>', at), is('held.leased_until', '>', at)]))

/** What may be sent, the oldest first. */
const sendable = (db: Reader, at: string) =>
  db
    .selectFrom('notice')
    .where('state', '=', 'waiting')
    .where('due_at', '<=', at)
    .where('queue', 'not in', heldQueues(db, at))
    .orderBy('due_at')
    .orderBy('id')

/** Rows that are looked through at a time for the first of each queue. */
const window = 200

async function firstOfQueues(tx: Reader, at: string, atMost: number) {
  const rows = await sendable(tx, at).selectAll().limit(window).execute()
  const seen = new Set<string>()
  return rows
    .filter(({ queue }) => {
      if (seen.has(queue)) return false
      seen.add(queue)
      return true
    })
    .slice(0, atMost)
}

async function countsOf(tx: Tx, id: number): Promise<{ count: number; bulletins: number }> {
  const { count, bulletins } = await tx
    .selectFrom('notice_event')
    .select(({ fn }) => [
      fn.countAll<number | string>().as('count'),
      fn.count<number | string>('subject').distinct().as('bulletins'),
    ])
    .where('notice_id', '=', id)
    .executeTakeFirstOrThrow()
  return { count: Number(count), bulletins: Number(bulletins) }
}

/** What a notice says: the most pressing lines, then what the day brings. */
async function settle(tx: Tx, { id, day_lines }: { id: number; day_lines: string | null }): Promise<NoticeContent> {
  const rows = await tx
    .selectFrom('notice_event')
    .select('line')
    .where('notice_id', '=', id)
    .orderBy('urgency_rank')
    .orderBy('event_id')
    .limit(toldLines)
    .execute()
  const { count, bulletins } = await countsOf(tx, id)
  // Ours, and checked when they were made.
  const ofDay = JSON.parse(day_lines ?? '[]') as NoticeLine[]
  const ofEvents = rows.flatMap(({ line }) => (line === null ? [] : [JSON.parse(line) as NoticeLine]))
  const content: NoticeContent = {
    about: 'changes',
    lines: [...ofEvents, ...ofDay].slice(0, toldLines),
    count: count + ofDay.length,
    bulletins: bulletins + ofDay.length,
  }
  await tx.updateTable('notice_event').set({ line: null }).where('notice_id', '=', id).execute()
  await tx
    .updateTable('notice')
    .set({ content: JSON.stringify(content), day_lines: null })
    .where('id', '=', id)
    .execute()
  return content
}

/** When a notice is given up. */
const untilOf = ({ due_at, made_at }: { due_at: string | null; made_at: string }): string =>
  new Date(Math.max(Date.parse(due_at ?? made_at), Date.parse(made_at)) + patience).toISOString()

/** When the first of what waits may be sent; null where nothing waits. */
async function nextDue(db: Reader, at: string): Promise<string | null> {
  const waiting = db.selectFrom('notice').where('state', '=', 'waiting')
  const rows = await Promise.all([
    sendable(db, at).select('due_at as next').limit(1).executeTakeFirst(),
    waiting
      .select(({ fn }) => fn.min<string | null>('due_at').as('next'))
      .where('due_at', '>', at)
      .executeTakeFirst(),
    waiting
      .select(({ fn }) => fn.min<string | null>('next_at').as('next'))
      .where('next_at', '>', at)
      .executeTakeFirst(),
    waiting
      .select(({ fn }) => fn.min<string | null>('leased_until').as('next'))
      .where('leased_until', '>', at)
      .executeTakeFirst(),
  ])
  return rows.flatMap((row) => row?.next ?? []).toSorted()[0] ?? null
}

/** What claims, in a database. */
export const sqlClaiming = ({ db, single, write, now }: Access): Pick<OutboxStore, 'claim' | 'renew' | 'nextDue'> => ({
  async claim(atMost, leasedUntil) {
    const at = now().toISOString()
    if ((await sendable(db, at).select('id').limit(1).executeTakeFirst()) === undefined) return []
    return write(async (tx) => {
      const claimed: ClaimedNotice[] = []
      for (const row of await firstOfQueues(tx, at, atMost)) {
        const content = row.content === null ? await settle(tx, row) : contentIn(row.content)
        await tx.updateTable('notice').set({ leased_until: leasedUntil }).where('id', '=', row.id).execute()
        const { id: number, message: id, made_at: madeAt, failures } = row
        claimed.push({ number, id, to: addressedIn(row), content, madeAt, failures, until: untilOf(row) })
      }
      return claimed
    }, 'quietly')
  },
  async renew(number, leasedUntil) {
    await single
      .updateTable('notice')
      .set({ leased_until: leasedUntil })
      .where('id', '=', number)
      .where('state', '=', 'waiting')
      .where('leased_until', 'is not', null)
      .execute()
  },
  nextDue: () => nextDue(db, now().toISOString()),
})
