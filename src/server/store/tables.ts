import { sql, type Generated, type Kysely, type Migration } from 'kysely'

/** JSON is kept as text, so that one schema serves every engine. The big document stands apart from the narrow row. */
export type Tables = {
  bulletin: { id: string; summary: string }
  bulletin_document: { bulletin_id: string; document: string }
  platform: { id: string; position: number; document: string }
  /** What happened: the history of everything, in order. */
  event: { id: Generated<number>; at: string; who: string; what: string; bulletin_id: string | null }
}

/** In order; a migration that has landed is never edited. */
export const migrations: Record<string, Migration> = {
  '001-bulletins': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('bulletin')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('summary', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('bulletin_document')
        .addColumn('bulletin_id', 'text', (column) => column.primaryKey().references('bulletin.id').onDelete('cascade'))
        .addColumn('document', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('platform')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('event')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('at', 'text', (column) => column.notNull().defaultTo(sql`current_timestamp`))
        .addColumn('who', 'text', (column) => column.notNull())
        .addColumn('what', 'text', (column) => column.notNull())
        .addColumn('bulletin_id', 'text', (column) => column.references('bulletin.id').onDelete('cascade'))
        .execute()
    },
  },
}
