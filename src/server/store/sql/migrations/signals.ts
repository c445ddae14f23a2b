import type { Kysely, Migration } from 'kysely'
import { Bulletin } from '../../../../contract/bulletin.ts'
import { storedSummary, type StoredSummary } from '../../../../domain/bulletin/summary.ts'
import { mergeParts } from '../../../../domain/revisions/merge.ts'
import type { Engine } from '../../engines/engine.ts'
import type { Tables } from '../tables.ts'

/** Bulletins that are read at a time: a large one has megabytes, with all that its documents say. */
const atOnce = 20

/** What the documents of a bulletin say without any catalogue; null where none speaks of it any more. */
async function saidOf(db: Kysely<Tables>, id: string): Promise<Bulletin | null> {
  const own = db.selectFrom('bulletin_source').select('content').where('bulletin_id', '=', id)
  const parts = (await own.execute()).map(({ content }) => Bulletin.parse(JSON.parse(content)))
  return parts.length === 0 ? null : mergeParts(parts)
}

/** Makes every summary anew, page by page, with what is joined with catalogues; what the lab has recorded stays. */
async function summariseWithSignals(db: Kysely<Tables>): Promise<void> {
  for (let last = ''; ;) {
    const page = await db
      .selectFrom('bulletin')
      .innerJoin('bulletin_document', 'bulletin_document.bulletin_id', 'bulletin.id')
      .select(['bulletin.id', 'bulletin.summary', 'bulletin_document.document'])
      .where('bulletin.id', '>', last)
      .orderBy('bulletin.id')
      .limit(atOnce)
      .execute()
    for (const { id, summary, document } of page) {
      const bulletin = Bulletin.parse(JSON.parse(document))
      const { tests, knownIssues } = JSON.parse(summary) as Pick<StoredSummary, 'tests' | 'knownIssues'>
      const made = { ...storedSummary(bulletin, (await saidOf(db, id)) ?? bulletin), tests, knownIssues }
      await db
        .updateTable('bulletin')
        .set({ summary: JSON.stringify(made) })
        .where('id', '=', id)
        .execute()
    }
    const end = page.at(-1)
    if (end === undefined) return
    last = end.id
  }
}

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
