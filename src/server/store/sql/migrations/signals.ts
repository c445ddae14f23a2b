import type { Kysely, Migration } from 'kysely'
import { Bulletin } from '../../../../contract/bulletin.ts'
import { storedSummary } from '../../../../domain/bulletin/summary.ts'
import { mergeParts } from '../../../../domain/revisions/merge.ts'
import type { Engine } from '../../engines/engine.ts'
import type { Tables } from '../tables.ts'
import { rewriteSummaries } from './rewrite-summaries.ts'

/** What the documents of a bulletin say without any catalogue; null where none speaks of it any more. */
async function saidOf(db: Kysely<Tables>, id: string): Promise<Bulletin | null> {
  const own = db.selectFrom('bulletin_source').select('content').where('bulletin_id', '=', id)
  const parts = (await own.execute()).map(({ content }) => Bulletin.parse(JSON.parse(content)))
  return parts.length === 0 ? null : mergeParts(parts)
}

/** Makes every summary anew with what is joined with catalogues; what the lab has recorded stays. */
const summariseWithSignals = (db: Kysely<Tables>): Promise<void> =>
  rewriteSummaries(db, async ({ id, summary: { tests, knownIssues }, document }) => {
    const bulletin = Bulletin.parse(document)
    return { ...storedSummary(bulletin, (await saidOf(db, id)) ?? bulletin), tests, knownIssues }
  })

/** Keeps what EPSS and CVE records say, and of each bulletin what that is joined with. */
export const signals = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('epss_block')
      .addColumn('import_id', 'integer', (column) => column.notNull())
      .addColumn('block', text, (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('epss_block_pk', ['import_id', 'block'])
      .execute()
    await db.schema
      .createTable('cve_record')
      .addColumn('cve', text, (column) => column.primaryKey())
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('import_id', 'integer', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('cve_record_import').on('cve_record').column('import_id').execute()
    await summariseWithSignals(db)
  },
})
