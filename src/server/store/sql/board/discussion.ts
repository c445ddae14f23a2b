/** Texts of the discussion of a bulletin. */
import type { BulletinEvent } from '../../../../contract/events.ts'
import { mentionsIn } from '../../../../domain/board/mentions.ts'
import { IdempotencyKeyReused } from '../../idempotency-key-reused.ts'
import type { EventStore } from '../../events.ts'
import { bulletinExists } from '../bulletin-exists.ts'
import { appendOnce, asEvent, eventUnder, record } from '../recording.ts'
import type { Access, Reader, Tx } from '../tables.ts'
import { address, mentioned, nameableBy } from './addressed.ts'

type Said = Extract<BulletinEvent, { topic: 'discussion'; what: 'said' }>

/** A text that was said of a bulletin, also one that was taken back; null where it is none. */
async function saidAs(tx: Reader, bulletin: string, id: number): Promise<Said | null> {
  const row = await tx
    .selectFrom('event')
    .selectAll()
    .where('id', '=', id)
    .where('bulletin_id', '=', bulletin)
    .where('topic', '=', 'discussion')
    .where('action', '=', 'said')
    .executeTakeFirst()
  if (row === undefined) return null
  const event = asEvent(row)
  return event.topic === 'discussion' && event.what === 'said' ? event : null
}

type Sent = { bulletin: string; text: string; who: string; key: string | undefined; replyTo: number | undefined }

/**
 * The number of the text that its author has sent under the same key before; null where they have not. Whom it names does
 * not count: people may have come and gone since.
 *
 * @throws IdempotencyKeyReused where they have sent something else
 */
async function saidBefore(tx: Reader, { bulletin, text, who, key, replyTo }: Sent): Promise<number | null> {
  if (key === undefined) return null
  const made = await eventUnder(tx, who, key)
  if (made === undefined) return null
  const said = await saidAs(tx, bulletin, made.id)
  if (said === null || said.detail.text !== text || said.detail.replyTo !== replyTo) throw new IdempotencyKeyReused(key)
  return made.id
}

/** Adds a text, and tells who is named and answered; the number of the text. */
async function say(tx: Tx, at: string, sent: Sent, parent: Said | null): Promise<number> {
  const before = await saidBefore(tx, sent)
  if (before !== null) return before
  const { bulletin, text, who, key, replyTo } = sent
  const mentions = mentionsIn(text, await nameableBy(tx, who))
  const detail = { text, ...(replyTo !== undefined && { replyTo }), ...(mentions.length > 0 && { mentions }) }
  const id = await appendOnce(tx, at, { who, topic: 'discussion', what: 'said', bulletin, detail, key })
  await tx
    .insertInto('talk')
    .values({ event_id: id, bulletin_id: bulletin, actor: who, kind: 'comment', reply_to: replyTo ?? null })
    .execute()
  const answered = parent === null ? [] : [{ event: id, name: parent.who, reason: 'replied' as const }]
  await address(tx, who, [...mentioned(id, mentions), ...answered])
  return id
}

/** The discussion, in a database. */
export const sqlDiscussion = ({
  write,
  now,
}: Access): Pick<EventStore, 'addComment' | 'addReply' | 'retractComment'> => ({
  addComment: (bulletin, text, who, key) =>
    write(async (tx) => {
      if (!(await bulletinExists(tx, bulletin))) return null
      return say(tx, now().toISOString(), { bulletin, text, who, key, replyTo: undefined }, null)
    }),
  addReply: (bulletin, replyTo, text, who, key) =>
    write(async (tx) => {
      const parent = await saidAs(tx, bulletin, replyTo)
      return parent === null ? null : say(tx, now().toISOString(), { bulletin, text, who, key, replyTo }, parent)
    }),
  retractComment: (bulletin, id, who) =>
    write(async (tx) => {
      const said = await saidAs(tx, bulletin, id)
      if (said === null || said.detail.text === null) return 'missing'
      if (said.who !== who) return 'not-yours'
      const { replyTo } = said.detail
      // Its place in the thread stays, for what answers it.
      const left = JSON.stringify({ text: null, ...(replyTo !== undefined && { replyTo }) })
      await tx.updateTable('event').set({ detail: left }).where('id', '=', id).execute()
      await tx.deleteFrom('addressed').where('event_id', '=', id).execute()
      const at = now().toISOString()
      await record(tx, at, [{ who, topic: 'discussion', what: 'taken-back', bulletin, detail: { of: id } }])
      return 'done'
    }),
})
