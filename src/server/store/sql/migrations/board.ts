import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'
import type { Tables } from '../tables.ts'

/** Which events are talk, whom events are addressed to, what people watch, and up to where they have read. What was said before is talk. */
export const boardTables = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('talk')
      .addColumn('event_id', 'integer', (column) => column.primaryKey())
      .addColumn('bulletin_id', text, (column) => column.notNull().references('bulletin.id').onDelete('cascade'))
      .addColumn('actor', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('reply_to', 'integer')
      .execute()
    await db.schema.createIndex('talk_bulletin').on('talk').columns(['bulletin_id', 'event_id']).execute()
    await db.schema.createIndex('talk_actor').on('talk').columns(['actor', 'event_id']).execute()
    await db.schema.createIndex('talk_kind').on('talk').columns(['kind', 'event_id']).execute()
    await db.schema
      .createTable('addressed')
      .addColumn('owner', text, (column) => column.notNull())
      .addColumn('event_id', 'integer', (column) => column.notNull())
      .addColumn('reason', text, (column) => column.notNull())
      .addColumn('person_id', 'integer', (column) => column.references('person.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('addressed_pk', ['owner', 'event_id', 'reason'])
      .execute()
    await db.schema.createIndex('addressed_event').on('addressed').column('event_id').execute()
    await db.schema
      .createTable('watch')
      .addColumn('owner', text, (column) => column.notNull())
      .addColumn('bulletin_id', text, (column) => column.notNull().references('bulletin.id').onDelete('cascade'))
      .addColumn('person_id', 'integer', (column) => column.references('person.id').onDelete('cascade'))
      .addColumn('since', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('watch_pk', ['owner', 'bulletin_id'])
      .execute()
    await db.schema
      .createTable('read_concern')
      .addColumn('owner', text, (column) => column.primaryKey())
      .addColumn('person_id', 'integer', (column) => column.references('person.id').onDelete('cascade'))
      .addColumn('event_id', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute()
    await db
      .insertInto('talk')
      .columns(['event_id', 'bulletin_id', 'actor', 'kind'])
      .expression((eb) =>
        eb
          .selectFrom('event')
          .select([
            'id',
            (of) => of.ref('bulletin_id').$notNull().as('bulletin_id'),
            'actor',
            (of) => of.val('comment' as const).as('kind'),
          ])
          .where('topic', '=', 'discussion')
          .where('action', '=', 'said')
          .where('bulletin_id', 'is not', null),
      )
      .execute()
  },
})
