import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { BulletinEvent, Topic } from '../../../contract/events.ts'
import type { EventStore } from '../events.ts'
import type { Access, Reader, Tables } from './tables.ts'
import { sqlDiscussion } from './board/discussion.ts'
import { asEvent, lastEvent } from './recording.ts'
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

/** Whether any event of these has come after another one. */
export async function hasFollowed(
  db: Reader,
  event: number,
  any: (is: ExpressionBuilder<Tables, 'event'>) => Expression<SqlBool>,
): Promise<boolean> {
  const events = db.selectFrom('event').select('id').where('id', '>', event)
  return (await events.where(any).limit(1).executeTakeFirst()) !== undefined
}

/** All events of a bulletin, oldest first. */
export async function eventsOf(tx: Reader, bulletin: string): Promise<BulletinEvent[]> {
  const rows = await tx.selectFrom('event').selectAll().where('bulletin_id', '=', bulletin).orderBy('id').execute()
  return rows.map(asEvent)
}

/** What has happened, in a database. `listen` is the one of the whole store. */
export const sqlEvents = (access: Access, listen: EventStore['listen']): EventStore => ({
  of: (bulletin) => eventsOf(access.db, bulletin),
  async after(id, atMost) {
    const rows = await access.db
      .selectFrom('event')
      .select(['id', 'topic', 'bulletin_id as bulletin'])
      .where('id', '>', id)
      .where('topic', '!=', 'access')
      .orderBy('id')
      .limit(atMost)
      .execute()
    return rows.flatMap(({ topic, ...row }) => (topic === 'access' ? [] : [{ topic, ...row }]))
  },
  stepsAfter: (id, atMost) => stepsAfter(access.db, id, atMost),
  last: () => lastEvent(access.db),
  ...sqlDiscussion(access),
  listen,
})
