import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'
import { BulletinEvent } from '../../../../contract/events.ts'
import { changeRows } from '../bulletin-changes.ts'
import type { Tables } from '../tables.ts'

/** Events that are read, and rows that are written, at a time. */
const atOnce = 500

/** Notes what every event on file changed: the log is read through once. */
async function noteAll(db: Kysely<Tables>): Promise<void> {
  for (let last = 0; ;) {
    const page = await db
      .selectFrom('event')
      .selectAll()
      .where('id', '>', last)
      .where('bulletin_id', 'is not', null)
      .where('topic', 'in', ['bulletins', 'issues', 'lab'])
      .orderBy('id')
      .limit(atOnce)
      .execute()
    const rows = page.flatMap(({ id, at, actor: who, topic, action: what, bulletin_id: bulletin, detail }) => {
      const given: unknown = detail === null ? null : JSON.parse(detail)
      // What an older version wrote otherwise changes nothing that anybody has to see.
      const read = BulletinEvent.safeParse({ id, at, who, topic, what, bulletin, detail: given })
      return read.success ? changeRows(id, read.data) : []
    })
    for (let at = 0; at < rows.length; at += atOnce)
      await db
        .insertInto('bulletin_change')
        .values(rows.slice(at, at + atOnce))
        .execute()
    const end = page.at(-1)
    if (end === undefined) return
    last = end.id
  }
}

/** Keeps which events changed which bulletins, and up to where each person has seen them. */
export const seenChanges = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('bulletin_change')
      .addColumn('event_id', 'integer', (column) => column.notNull())
      .addColumn('bulletin_id', text, (column) => column.notNull().references('bulletin.id').onDelete('cascade'))
      .addColumn('kind', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('bulletin_change_pk', ['event_id', 'bulletin_id', 'kind'])
      .execute()
    await db.schema
      .createIndex('bulletin_change_bulletin')
      .on('bulletin_change')
      .columns(['bulletin_id', 'event_id'])
      .execute()
    await db.schema
      .createTable('seen_change')
      .addColumn('person_id', 'integer', (column) => column.primaryKey().references('person.id').onDelete('cascade'))
      .addColumn('event_id', 'integer', (column) => column.notNull())
      .execute()
    await noteAll(db)
  },
})
