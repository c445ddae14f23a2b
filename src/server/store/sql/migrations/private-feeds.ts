import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'
import type { WithCounter } from './documents.ts'

/** Private addresses, which go with their person, and what calendars were told. */
export const privateFeedTables = (text: Engine['types']['text'], withCounter: WithCounter): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('private_feed')
      .$call(withCounter)
      .addColumn('hash', text, (column) => column.notNull().unique())
      .addColumn('person_id', 'integer', (column) => column.references('person.id').onDelete('cascade'))
      .addColumn('way', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('last_used_at', 'text')
      .execute()
    await db.schema.createIndex('private_feed_person').on('private_feed').column('person_id').execute()
    await db.schema
      .createTable('told_entry')
      .addColumn('uid', text, (column) => column.primaryKey())
      .addColumn('plan_id', 'integer')
      .addColumn('feed_id', 'integer', (column) => column.references('private_feed.id').onDelete('cascade'))
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('modified_at', 'text', (column) => column.notNull())
      .addColumn('gone_at', 'text')
      .addColumn('fact', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('told_entry_plan').on('told_entry').column('plan_id').execute()
    await db.schema.createIndex('told_entry_feed').on('told_entry').column('feed_id').execute()
  },
})
