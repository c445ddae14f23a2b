/** From a vulnerability of the month to one of a bulletin. */
import type { Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import { impacts } from '../../contract/vocabulary.ts'
import { foremost } from '../../domain/bulletin/assemble.ts'
import type { CvrfDocument } from './document.ts'
import { cvrfRatings, type Part } from './parts.ts'
import { releaseNotesOf, withGoodAddresses } from './references.ts'
import type { NoteFacts } from './said.ts'
import { impactOf } from './words.ts'
import type { PrintedScore } from './vulnerability-element.ts'
import { groupRatings } from '../../domain/bulletin/ratings.ts'

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
    ratings: groupRatings(Array.from(cvrfRatings(document, part), ([platform, rating]) => ({ platform, rating }))),
  }
}

type Scores = NonNullable<OurVulnerability['scores']>

/** The version of CVSS that a vector is of; vectors of 2.0 do not say it. */
const versionOf = (vector: string): string | null =>
  /^CVSS:(\d\.\d)\//.exec(vector)?.[1] ?? (/^\(?AV:[LAN]\/AC:[LMH]\/Au:/.test(vector) ? '2.0' : null)

const numberOf = (printed: string): number | null => {
  const score = Number(printed)
  return printed !== '' && score >= 0 && score <= 10 ? score : null
}

const keyOf = ({ score, temporal, vector }: PrintedScore) => JSON.stringify([score, temporal, vector])

/** Every score, with the platforms that have it. */
function cvrfScores({ platforms }: CvrfDocument, { vulnerability, products }: Part): Scores {
  const own = vulnerability.scores.filter(({ product }) => products.has(product))
  return [...Map.groupBy(own, keyOf).values()].flatMap((same) => {
    const [first] = same
    const [version, score] = first === undefined ? [null, null] : [versionOf(first.vector), numberOf(first.score)]
    if (first === undefined || version === null || score === null) return []
    const temporal = numberOf(first.temporal)
    const ids = new Set(same.flatMap(({ product }) => platforms.get(product)?.id ?? []))
    return [{ version, vector: first.vector, score, ...(temporal !== null && { temporal }), platforms: [...ids] }]
  })
}

/** Versions of CVSS in the order in which they count. */
const ranks = [/^3\./, /^4\./, /^2\./]

/** The score that counts: the worst of CVSS 3, else of 4.0, else of 2.0. */
function countingScore(scores: Scores): OurVulnerability['cvss'] {
  const rank = ranks.find((pattern) => scores.some(({ version }) => pattern.test(version)))
  const [worst] = scores.filter(({ version }) => rank?.test(version)).toSorted((a, b) => b.score - a.score)
  return worst && { version: worst.version, vector: worst.vector, score: worst.score }
}
