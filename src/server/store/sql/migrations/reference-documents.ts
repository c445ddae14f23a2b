import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'

/** What documents say that are no bulletins. */
export const referenceDocuments = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('reference_document')
      .addColumn('key', text, (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject', text, (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('reference_document_subject')
      .on('reference_document')
      .columns(['subject', 'kind'])
      .execute()
  },
})
