import type { CreateTableBuilder, Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'

export type WithCounter = <T extends string, C extends string>(
  table: CreateTableBuilder<T, C>,
) => CreateTableBuilder<T, C | 'id'>

/**
 * Keeps which version of each document is on file, what came in, and what that replaced. Of documents that were read
 * before, the parts themselves tell the version.
 */
export const documents = (text: Engine['types']['text'], withCounter: WithCounter): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('import')
      .$call(withCounter)
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('document', text)
      .addColumn('source_id', text)
      .addColumn('counts', 'text', (column) => column.notNull())
      .addColumn('before', 'text')
      .addColumn('is_held', 'integer', (column) => column.notNull())
      .addColumn('undone_at', 'text')
      .addColumn('undone_by', 'text')
      .execute()
    await db.schema.createIndex('import_document').on('import').columns(['document', 'id']).execute()
    await db.schema.createIndex('import_source').on('import').column('source_id').execute()
    await db.schema
      .createTable('replaced_part')
      .addColumn('import_id', 'integer', (column) => column.notNull().references('import.id').onDelete('cascade'))
      .addColumn('source', text, (column) => column.notNull())
      .addColumn('subject', text, (column) => column.notNull())
      .addColumn('content', 'text')
      .addColumn('was_withdrawn', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('replaced_part_pk', ['import_id', 'source', 'subject'])
      .execute()
    await db.schema.createIndex('replaced_part_subject').on('replaced_part').columns(['source', 'subject']).execute()
    await db.schema
      .createTable('document')
      .addColumn('key', text, (column) => column.primaryKey())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('read_at', 'text', (column) => column.notNull())
      .addColumn('read_by', 'text', (column) => column.notNull())
      .addColumn('import_id', 'integer', (column) => column.notNull())
      .execute()
    await db.schema.alterTable('part').addColumn('import_id', 'integer').execute()
    await db.schema.createIndex('part_source').on('part').column('source').execute()
    await db.schema.createIndex('part_import').on('part').column('import_id').execute()
    await db.schema
      .createTable('former_platform')
      .addColumn('former_id', text, (column) => column.notNull())
      .addColumn('platform_id', text, (column) => column.notNull().references('platform.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('former_platform_pk', ['former_id', 'platform_id'])
      .execute()
  },
})
