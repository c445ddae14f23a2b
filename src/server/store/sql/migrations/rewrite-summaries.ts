import type { Kysely } from 'kysely'
import type { StoredSummary } from '../../../../domain/bulletin/summary.ts'
import type { Tables } from '../tables.ts'

/** Bulletins that are read at a time: a large one has megabytes, with all that its documents say. */
const atOnce = 20

type Kept = { id: string; summary: StoredSummary; document: unknown }

/** Makes the summary of every bulletin anew from the one on file and the document, page by page. */
export async function rewriteSummaries(
  db: Kysely<Tables>,
  made: (kept: Kept) => StoredSummary | Promise<StoredSummary>,
): Promise<void> {
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
      const next = await made({ id, summary: JSON.parse(summary) as StoredSummary, document: JSON.parse(document) })
      await db
        .updateTable('bulletin')
        .set({ summary: JSON.stringify(next) })
        .where('id', '=', id)
        .execute()
    }
    const end = page.at(-1)
    if (end === undefined) return
    last = end.id
  }
}
