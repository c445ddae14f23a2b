import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'

/** Keeps filters under names; those of a person go with them. */
export const savedFilterLists = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('filter_list')
      .addColumn('owner', text, (column) => column.primaryKey())
      .addColumn('person_id', 'integer', (column) => column.references('person.id').onDelete('cascade'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .execute()
  },
})
