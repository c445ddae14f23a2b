import type { Kysely, Migration } from 'kysely'
import type { Bulletin } from '../../../../contract/bulletin.ts'
import { notability, type StoredSummary } from '../../../../domain/bulletin/summary.ts'
import { apartDays } from '../../../../domain/releases/apart.ts'
import { releasesOf } from '../../../../domain/releases/membership.ts'
import type { Tables } from '../tables.ts'

/** Bulletins that are read at a time: a large one has megabytes. */
const atOnce = 20

/**
 * Keeps with each summary the releases that it belongs to, and which of its vulnerabilities are exploited or public. A document has always
 * named the documents that it comes from.
 */
export const releasesOfBulletins: Migration = {
  async up(db: Kysely<Tables>) {
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
        const kept = JSON.parse(summary) as StoredSummary
        // Each document was checked when it was written, and the summary made from it.
        const bulletin = JSON.parse(document) as Bulletin
        const vulnerabilities = kept.vulnerabilities.map((flaw, at) => {
          const said = bulletin.vulnerabilities[at]
          return said === undefined ? flaw : { ...flaw, ...notability(said) }
        })
        const apart = apartDays(bulletin)
        const told: StoredSummary = {
          ...kept,
          vulnerabilities,
          releases: releasesOf(bulletin),
          ...(apart.length > 0 && { apart }),
        }
        await db
          .updateTable('bulletin')
          .set({ summary: JSON.stringify(told) })
          .where('id', '=', id)
          .execute()
      }
      const end = page.at(-1)
      if (end === undefined) return
      last = end.id
    }
  },
}
