import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'

/** Issues of HotFix Weekly. That no two begin or end alike holds for any number of servers. */
export const weeklyIssues = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('weekly_issue')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('from_at', text, (column) => column.notNull().unique())
      .addColumn('to_at', text, (column) => column.notNull().unique())
      .addColumn('since_event', 'integer', (column) => column.notNull())
      .addColumn('last_event', 'integer', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('year', text, (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('weekly_issue_year').on('weekly_issue').columns(['year', 'number']).execute()
  },
})
