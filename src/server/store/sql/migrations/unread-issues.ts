import type { Kysely, Migration } from 'kysely'
import type { Bulletin } from '../../../../contract/bulletin.ts'
import { issueCounts } from '../../../../domain/bulletin/summary.ts'
import { withRecorded } from '../../../../domain/lab/recorded.ts'
import { recordedOf } from '../lab.ts'
import type { Tables } from '../tables.ts'
import { rewriteSummaries } from './rewrite-summaries.ts'

/** Counts pages about known issues that nobody has read apart from the issues; what the lab has recorded stays. */
export const unreadIssues: Migration = {
  up: (db: Kysely<Tables>) =>
    rewriteSummaries(db, async ({ id, summary, document }) => {
      // Each document was checked when it was written, and the summary made from it.
      const { knownIssues } = withRecorded(document as Bulletin, await recordedOf(db, id))
      return { ...summary, ...issueCounts(knownIssues) }
    }),
}
