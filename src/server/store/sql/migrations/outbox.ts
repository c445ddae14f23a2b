import { sql, type CreateTableBuilder, type Kysely, type Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'

type WithCounter = <T extends string, C extends string>(
  table: CreateTableBuilder<T, C>,
) => CreateTableBuilder<T, C | 'id'>

/** Keeps what is to be told to whom and what became of it, and which events an import run has brought. */
export const outboxTables = (text: Engine['types']['text'], withCounter: WithCounter): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('import_run')
      .$call(withCounter)
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('began_at', 'text', (column) => column.notNull())
      .addColumn('seen_at', text, (column) => column.notNull())
      .addColumn('ended_at', 'text')
      .addColumn('last_event', 'integer')
      .execute()
    await db.schema.createIndex('import_run_ended').on('import_run').column('ended_at').execute()
    await db.schema.alterTable('event').addColumn('run_id', 'integer').execute()
    await db.schema
      .createTable('notice')
      .$call(withCounter)
      .addColumn('message', text, (column) => column.notNull().unique())
      .addColumn('once', text, (column) => column.unique())
      .addColumn('queue', text, (column) => column.notNull())
      .addColumn('subscription_id', 'integer')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('owner_kind', text, (column) => column.notNull())
      .addColumn('owner', text, (column) => column.notNull())
      .addColumn('channel_id', 'integer', (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('run_id', 'integer')
      .addColumn('not_before', 'text')
      .addColumn('due_at', text)
      .addColumn('made_at', text, (column) => column.notNull())
      .addColumn('day_lines', 'text')
      .addColumn('content', 'text')
      .addColumn('next_at', text)
      .addColumn('leased_until', text)
      .addColumn('sent_at', 'text')
      .addColumn('failures', 'integer', (column) => column.notNull())
      .execute()
    const indexed = {
      notice_due: ['state', 'due_at', 'id'],
      notice_next: ['state', 'next_at'],
      notice_leased: ['state', 'leased_until'],
      notice_subscription: ['subscription_id', 'id'],
      notice_subscription_due: ['subscription_id', 'due_at'],
      notice_channel: ['channel_id', 'id'],
      notice_made: ['made_at'],
    }
    for (const [name, columns] of Object.entries(indexed))
      await db.schema.createIndex(name).on('notice').columns(columns).execute()
    await db.schema
      .createTable('notice_event')
      .addColumn('subscription_id', 'integer', (column) => column.notNull())
      .addColumn('event_id', 'integer', (column) => column.notNull())
      .addColumn('subject', text, (column) => column.notNull())
      .addColumn('notice_id', 'integer', (column) => column.notNull().references('notice.id').onDelete('cascade'))
      .addColumn('urgency_rank', 'integer', (column) => column.notNull())
      .addColumn('line', 'text')
      .addPrimaryKeyConstraint('notice_event_pk', ['subscription_id', 'event_id'])
      .execute()
    await db.schema
      .createIndex('notice_event_notice')
      .on('notice_event')
      .columns(['notice_id', 'urgency_rank', 'event_id'])
      .execute()
    await db.schema
      .createIndex('notice_event_subject')
      .on('notice_event')
      .columns(['subscription_id', 'subject', 'notice_id'])
      .execute()
    await db.schema
      .createTable('notice_attempt')
      .addColumn('notice_id', 'integer', (column) => column.notNull().references('notice.id').onDelete('cascade'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('at', text, (column) => column.notNull())
      .addColumn('outcome', text, (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('notice_attempt_pk', ['notice_id', 'number'])
      .execute()
    await db.schema
      .createTable('notice_cursor')
      .addColumn('name', text, (column) => column.primaryKey())
      .addColumn('place', 'text', (column) => column.notNull())
      .execute()
    // What has happened before there were notices is told to nobody.
    await sql`insert into notice_cursor (name, place)
      select 'events', cast(coalesce(max(id), 0) as ${sql.raw('varchar(20)')}) from event`.execute(db)
  },
})
