/** Puts notices that do not come from the log, and notes what became of them. */
import type { OutboxStore } from '../../outbox.ts'
import { inBatches } from '../recording.ts'
import type { Access, Tx } from '../tables.ts'
import { freshRow } from './rows.ts'

async function noteAttempt(
  tx: Tx,
  number: number,
  { at, outcome, answer }: { at: string; outcome: string; answer: string },
): Promise<void> {
  const { last } = await tx
    .selectFrom('notice_attempt')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('notice_id', '=', number)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('notice_attempt')
    .values({ notice_id: number, number: (last ?? 0) + 1, at, outcome, answer })
    .execute()
}

/** Deletes what is over by batches, oldest first. */
async function forgetBefore(tx: Tx, before: string): Promise<void> {
  const old = await tx
    .selectFrom('notice')
    .select('id')
    .where('made_at', '<', before)
    .where('state', '!=', 'waiting')
    .execute()
  for (const batch of inBatches(old.map(({ id }) => id)))
    await tx.deleteFrom('notice').where('id', 'in', batch).execute()
  await tx.deleteFrom('import_run').where('ended_at', '<', before).execute()
}

/** What sends, in a database. */
export const sqlAttempts = ({ write, now }: Access): Pick<OutboxStore, 'put' | 'attempted' | 'giveUp' | 'forget'> => ({
  // Who sends it is told.
  put: ({ content, key, ...to }) =>
    write(async (tx) => {
      const at = now().toISOString()
      const known =
        key === undefined
          ? undefined
          : await tx.selectFrom('notice').select('message').where('once', '=', key).executeTakeFirst()
      if (known !== undefined) return known.message
      const row = freshRow(to, at, { once: key ?? null, due_at: at, content: JSON.stringify(content) })
      await tx.insertInto('notice').values(row).execute()
      return row.message
    }),
  attempted: (number, { next, ...attempt }) =>
    write(async (tx) => {
      const row = await tx
        .selectFrom('notice')
        .select(['state', 'failures'])
        .where('id', '=', number)
        .executeTakeFirst()
      if (row === undefined) return
      await noteAttempt(tx, number, attempt)
      // Another server has sent it meanwhile, since this one took too long.
      if (row.state !== 'waiting') return
      const isSent = attempt.outcome === 'sent'
      await tx
        .updateTable('notice')
        .set({
          leased_until: null,
          next_at: next,
          state: isSent ? 'sent' : next === null ? 'given-up' : 'waiting',
          sent_at: isSent ? attempt.at : null,
          failures: row.failures + Number(!isSent),
        })
        .where('id', '=', number)
        .execute()
    }, 'quietly'),
  giveUp: (of, why) =>
    write(async (tx) => {
      const rows = await tx
        .selectFrom('notice')
        .select('id')
        .where('state', '=', 'waiting')
        .$if('channel' in of, (query) => query.where('channel_id', '=', 'channel' in of ? of.channel : 0))
        .$if('subscription' in of, (query) =>
          query.where('subscription_id', '=', 'subscription' in of ? of.subscription : 0),
        )
        .execute()
      const at = now().toISOString()
      for (const { id } of rows) await noteAttempt(tx, id, { at, outcome: 'refused', answer: why })
      for (const batch of inBatches(rows.map(({ id }) => id)))
        await tx
          .updateTable('notice')
          .set({ state: 'given-up', leased_until: null, next_at: null })
          .where('id', 'in', batch)
          .execute()
    }, 'quietly'),
  forget: (before) => write((tx) => forgetBefore(tx, before), 'quietly'),
})
