import type { Kysely, Migration } from 'kysely'

/** Kept plans as they are now, and which events are about them. */
export const keptPlans: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('plan')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('content', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('plan_event')
      .addColumn('event_id', 'integer', (column) => column.primaryKey())
      .addColumn('plan_id', 'integer', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('plan_event_plan').on('plan_event').columns(['plan_id', 'event_id']).execute()
  },
}
