import { sql } from 'kysely'
import { BulletinEvent, type Topic } from '../../../contract/events.ts'
import type { EventStore } from '../events.ts'
import type { Access, Reader } from './tables.ts'
import { record, appendOnce, type NewEvent } from './recording.ts'
import { bulletinExists } from './bulletin-exists.ts'
import { stepsAfter } from './logged-steps.ts'

/** The number of the last event of any of the topics; 0 where there is none. */
export async function lastOf(db: Reader, topics: readonly Topic[]): Promise<number> {
  const last = await Promise.all(
    topics.map((topic) =>
      db
        .selectFrom('event')
        .select(({ fn }) => fn.max<number | null>('id').as('last'))
        .where('topic', '=', topic)
        .executeTakeFirstOrThrow(),
    ),
  )
  return last.reduce((most, { last: id }) => Math.max(most, id ?? 0), 0)
}

/** All events of a bulletin, oldest first. */
export async function eventsOf(tx: Reader, bulletin: string): Promise<BulletinEvent[]> {
  const rows = await tx.selectFrom('event').selectAll().where('bulletin_id', '=', bulletin).orderBy('id').execute()
  return rows.map(({ bulletin_id, actor, action, detail, ...row }) => {
    const read: unknown = detail === null ? null : JSON.parse(detail)
    return BulletinEvent.parse({ ...row, who: actor, what: action, bulletin: bulletin_id, detail: read })
  })
}

/** What is left of a text that was taken back: that there was one. */
const nothingLeft = JSON.stringify({ text: null })

/** What has happened, in a database. `listen` is the one of the whole store. */
export const sqlEvents = ({ db, write, now }: Access, listen: EventStore['listen']): EventStore => ({
  of: (bulletin) => eventsOf(db, bulletin),
  async after(id, atMost) {
    const rows = await db
      .selectFrom('event')
      .select(['id', 'topic', 'bulletin_id as bulletin'])
      .where('id', '>', id)
      .where('topic', '!=', 'access')
      .orderBy('id')
      .limit(atMost)
      .execute()
    return rows.flatMap(({ topic, ...row }) => (topic === 'access' ? [] : [{ topic, ...row }]))
  },
  stepsAfter: (id, atMost) => stepsAfter(db, id, atMost),
  async last() {
    const { last } = await db
      .selectFrom('event')
      .select(sql<number | null>`max(id)`.as('last'))
      .executeTakeFirstOrThrow()
    return last ?? 0
  },
  addComment: (bulletin, text, who, key) =>
    write(async (tx) => {
      if (!(await bulletinExists(tx, bulletin))) return null
      const event: NewEvent = { who, topic: 'discussion', what: 'said', bulletin, detail: { text }, key }
      return appendOnce(tx, now().toISOString(), event)
    }),
  retractComment: (bulletin, id, who) =>
    write(async (tx) => {
      const said = await tx
        .selectFrom('event')
        .select('actor')
        .where('id', '=', id)
        .where('bulletin_id', '=', bulletin)
        .where('topic', '=', 'discussion')
        .where('action', '=', 'said')
        .where('detail', '!=', nothingLeft)
        .executeTakeFirst()
      if (said === undefined) return 'missing'
      if (said.actor !== who) return 'not-yours'
      await tx.updateTable('event').set({ detail: nothingLeft }).where('id', '=', id).execute()
      const at = now().toISOString()
      await record(tx, at, [{ who, topic: 'discussion', what: 'taken-back', bulletin, detail: { of: id } }])
      return 'done'
    }),
  listen,
})
