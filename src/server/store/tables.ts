import { Bulletin } from '../../contract/bulletin.ts'
import { summarise } from '../../domain/summary.ts'
import { sourceOf } from './revise.ts'
import { sql, type Generated, type Kysely, type Migration } from 'kysely'

/** JSON is kept as text, so that one schema serves every engine. The big document stands apart from the narrow row. */
export type Tables = {
  bulletin: { id: string; summary: string }
  bulletin_document: { bulletin_id: string; document: string }
  /** What each document says of a bulletin, as it was read; the bulletin is made from its parts. */
  part: { bulletin_id: string; source: string; content: string }
  /** What a bulletin was until a moment, and what has changed since. */
  replaced: { id: Generated<number>; bulletin_id: string; until: string; document: string; changes: string }
  /** The addresses that are watched, and what was last known of each document there. */
  source: { id: string; settings: string; run: string }
  seen: {
    source_id: string
    url: string
    updated: string | null
    etag: string | null
    last_modified: string | null
  }
  known_exploited: { cve: string; entry: string }
  platform: { id: string; position: number; document: string }
  /** What happened: the history of everything, in order. */
  event: { id: Generated<number>; at: string; who: string; what: string; bulletin_id: string | null }
}

/** Makes every summary anew from its document: a migration for each time that the shape of a summary has changed. */
const summariseAgain: Migration = {
  async up(db: Kysely<Tables>) {
    const ids = await db.selectFrom('bulletin').select('id').execute()
    for (const { id } of ids) {
      const { document } = await db
        .selectFrom('bulletin_document')
        .select('document')
        .where('bulletin_id', '=', id)
        .executeTakeFirstOrThrow()
      const summary = JSON.stringify(summarise(Bulletin.parse(JSON.parse(document))))
      await db.updateTable('bulletin').set({ summary }).where('id', '=', id).execute()
    }
  },
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
  '002-summaries-with-revision-and-triage': summariseAgain,
  '003-imports': {
    async up(db: Kysely<Tables>) {
      await db.schema
        .createTable('part')
        .addColumn('bulletin_id', 'text', (column) => column.notNull().references('bulletin.id').onDelete('cascade'))
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('part_pk', ['bulletin_id', 'source'])
        .execute()
      await db.schema
        .createTable('replaced')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('bulletin_id', 'text', (column) => column.notNull().references('bulletin.id').onDelete('cascade'))
        .addColumn('until', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('changes', 'text', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('replaced_bulletin').on('replaced').column('bulletin_id').execute()
      await db.schema
        .createTable('known_exploited')
        .addColumn('cve', 'text', (column) => column.primaryKey())
        .addColumn('entry', 'text', (column) => column.notNull())
        .execute()
      for (const { bulletin_id, document } of await db.selectFrom('bulletin_document').selectAll().execute()) {
        const source = sourceOf(Bulletin.parse(JSON.parse(document)))
        await db.insertInto('part').values({ bulletin_id, source, content: document }).execute()
      }
    },
  },
  '004-sources': {
    async up(db: Kysely<Tables>) {
      await db.schema
        .createTable('source')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('settings', 'text', (column) => column.notNull())
        .addColumn('run', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('seen')
        .addColumn('source_id', 'text', (column) => column.notNull().references('source.id').onDelete('cascade'))
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('updated', 'text')
        .addColumn('etag', 'text')
        .addColumn('last_modified', 'text')
        .addPrimaryKeyConstraint('seen_pk', ['source_id', 'url'])
        .execute()
    },
  },
}
