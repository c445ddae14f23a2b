import type { CreateTableBuilder, Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'

type WithCounter = <T extends string, C extends string>(
  table: CreateTableBuilder<T, C>,
) => CreateTableBuilder<T, C | 'id'>

/** Keeps the machines themselves, what was reported of each last, and what was attempted on it. */
export const machineTables = (text: Engine['types']['text'], withCounter: WithCounter): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('machine_profile')
      .$call(withCounter)
      .addColumn('hash', text, (column) => column.notNull().unique())
      .addColumn('facts', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('machine')
      .$call(withCounter)
      .addColumn('name_key', text, (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('profile_id', 'integer', (column) => column.notNull().references('machine_profile.id'))
      .addColumn('last_seen', text)
      .execute()
    await db.schema.createIndex('machine_profile_id').on('machine').columns(['profile_id', 'id']).execute()
    await db.schema.createIndex('machine_last_seen').on('machine').column('last_seen').execute()
    await db.schema
      .createTable('machine_report')
      .addColumn('machine_id', 'integer', (column) => column.notNull().references('machine.id').onDelete('cascade'))
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('machine_report_pk', ['machine_id', 'kind'])
      .execute()
    await db.schema
      .createTable('machine_shown')
      .addColumn('machine_id', 'integer', (column) => column.primaryKey().references('machine.id').onDelete('cascade'))
      .addColumn('content', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('attempt')
      .addColumn('machine_id', 'integer', (column) => column.notNull().references('machine.id').onDelete('cascade'))
      .addColumn('fix', text, (column) => column.notNull())
      .addColumn('at', text, (column) => column.notNull())
      .addColumn('outcome', text, (column) => column.notNull())
      .addColumn('code', 'text')
      .addPrimaryKeyConstraint('attempt_pk', ['machine_id', 'fix', 'at', 'outcome'])
      .execute()
    await db.schema.createIndex('attempt_at').on('attempt').column('at').execute()
  },
})
