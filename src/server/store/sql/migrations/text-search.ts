import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'
import type { GramIndex } from '../../engines/gram-index.ts'
import type { WithCounter } from './documents.ts'

/** Tables of the texts that are searched. They begin empty: the index catches up with all that is on file. */
export const textSearch = (text: Engine['types']['text'], withCounter: WithCounter, grams: GramIndex): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('passage')
      .$call(withCounter)
      .addColumn('hash', text, (column) => column.notNull().unique())
      .addColumn('text', 'text', (column) => column.notNull())
      .execute()
    await grams.create(db)
    await db.schema
      .createTable('bulletin_passage')
      .addColumn('bulletin_id', text, (column) => column.notNull().references('bulletin.id').onDelete('cascade'))
      .addColumn('place', text, (column) => column.notNull())
      .addColumn('about', text, (column) => column.notNull())
      .addColumn('passage_id', 'integer', (column) => column.notNull().references('passage.id'))
      .addPrimaryKeyConstraint('bulletin_passage_pk', ['bulletin_id', 'place', 'about', 'passage_id'])
      .execute()
    await db.schema.createIndex('bulletin_passage_passage').on('bulletin_passage').column('passage_id').execute()
    await db.schema
      .createTable('indexed_bulletin')
      .addColumn('bulletin_id', text, (column) => column.primaryKey().references('bulletin.id').onDelete('cascade'))
      .execute()
    await db.schema
      .createTable('indexed_event')
      .addColumn('last', 'integer', (column) => column.notNull())
      .execute()
  },
})
