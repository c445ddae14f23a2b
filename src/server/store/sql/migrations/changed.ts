import type { Kysely, Migration } from 'kysely'

/** Tells of each bulletin when it was last written, by number of the event, so that only what has changed is read again. */
export const changed: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('bulletin')
      .addColumn('changed', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema.createIndex('bulletin_changed').on('bulletin').column('changed').execute()
  },
}
