/** From a vulnerability of the month to one of a bulletin. */
import type { Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import { impacts } from '../../contract/vocabulary.ts'
import { foremost } from '../../domain/bulletin/assemble.ts'
import type { CvrfDocument } from './document.ts'
import { cvrfRatings, type Part } from './parts.ts'
import { releaseNotesOf, withGoodAddresses } from './references.ts'
import type { NoteFacts } from './said.ts'
import { countingScore, cvrfScores } from './scores.ts'
import { impactOf } from './words.ts'

/** What is said of it, and how bad it is on the products that a fix is for. */
export function cvrfVulnerability(document: CvrfDocument, part: Part, said: NoteFacts): OurVulnerability {
  const { vulnerability, products } = part
  const scores = cvrfScores(document, part)
  const cvss = countingScore(scores)
  return {
    ...said,
    impact: foremost(
      impacts,
      [...products].map((product) => impactOf(vulnerability.impacts.get(product) ?? '')),
    ),
    ...(cvss && { cvss }),
    ...(scores.length > 0 && { scores }),
    references: withGoodAddresses([...said.references, ...releaseNotesOf(part)]),
    ratings: [...cvrfRatings(document, part)].map(([platform, rating]) => ({ platform, rating })),
  }
}
