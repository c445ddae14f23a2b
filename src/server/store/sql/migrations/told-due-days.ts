import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'

/** Keeps the due days as they were last compared, so that an earlier one is noticed. */
export const toldDueDays = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('due_day')
      .addColumn('bulletin_id', text, (column) => column.primaryKey().references('bulletin.id').onDelete('cascade'))
      .addColumn('on_day', 'text', (column) => column.notNull())
      .addColumn('setting', 'text', (column) => column.notNull())
      .execute()
  },
})
