import type { Kysely, Migration } from 'kysely'
import type { Bulletin } from '../../../../contract/bulletin.ts'
import { notability } from '../../../../domain/bulletin/summary.ts'
import { apartDays } from '../../../../domain/releases/apart.ts'
import { releasesOf } from '../../../../domain/releases/membership.ts'
import type { Tables } from '../tables.ts'
import { rewriteSummaries } from './rewrite-summaries.ts'

/**
 * Keeps with each summary the releases that it belongs to, and which of its vulnerabilities are exploited or public. A document has always
 * named the documents that it comes from.
 */
export const releasesOfBulletins: Migration = {
  up: (db: Kysely<Tables>) =>
    rewriteSummaries(db, ({ summary, document }) => {
      // Each document was checked when it was written, and the summary made from it.
      const bulletin = document as Bulletin
      const vulnerabilities = summary.vulnerabilities.map((flaw, at) => {
        const said = bulletin.vulnerabilities[at]
        return said === undefined ? flaw : { ...flaw, ...notability(said) }
      })
      const apart = apartDays(bulletin)
      return { ...summary, vulnerabilities, releases: releasesOf(bulletin), ...(apart.length > 0 && { apart }) }
    }),
}
