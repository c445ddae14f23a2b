import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'

/** Where notices go and what is asked for; those of a person go with them. */
export const channelsAndSubscriptions = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('channel')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('owner_kind', 'text', (column) => column.notNull())
      .addColumn('owner_name', 'text', (column) => column.notNull())
      .addColumn('person_id', 'integer', (column) => column.references('person.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('target', text, (column) => column.notNull())
      .addColumn('secret', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('why', 'text')
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('confirmation', text, (column) => column.unique())
      .addColumn('confirm_before', text)
      .execute()
    await db.schema.createIndex('channel_target').on('channel').column('target').execute()
    await db.schema
      .createTable('subscription')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('owner_kind', 'text', (column) => column.notNull())
      .addColumn('owner_name', 'text', (column) => column.notNull())
      .addColumn('person_id', 'integer', (column) => column.references('person.id').onDelete('cascade'))
      .addColumn('channel_id', 'integer', (column) => column.notNull().references('channel.id').onDelete('cascade'))
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('unsubscribe', text, (column) => column.notNull().unique())
      .execute()
  },
})
