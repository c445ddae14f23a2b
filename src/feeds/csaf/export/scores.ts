/** Scores that CSAF 2.0 has a place for, and those that it has not. */
import type { RatedPlatforms, Vulnerability } from '../../../contract/bulletin.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import { isAffected } from '../../../domain/bulletin/severity.ts'
import { baseScore, baseScore2, cvssSeverity } from './cvss.ts'

type Score = NonNullable<Vulnerability['scores']>[number]

/** A score as the standard writes it; null where it is not the one that its vector gives, or is by CVSS 4.0. */
function metricOf({ version, vector, score }: Score) {
  const base = { version, vectorString: vector, baseScore: score }
  if (version === '2.0') return baseScore2(vector) === score ? { cvss_v2: base } : null
  if (!vector.startsWith(`CVSS:${version}/`) || baseScore(vector) !== score) return null
  return { cvss_v3: { ...base, baseSeverity: cvssSeverity(score) } }
}

/** All scores of a vulnerability; of one for which platforms are not told, those that are affected. */
function givenScores({ scores, cvss }: Vulnerability, ratings: readonly RatedPlatforms[]): readonly Score[] {
  if (scores !== undefined) return scores
  const affected = ratings.filter(({ rating }) => isAffected(rating)).flatMap((said) => said.platforms)
  return cvss === undefined ? [] : [{ ...cvss, platforms: affected }]
}

/** The scores of a vulnerability, and in words those that no product can have: the standard takes one of each version for each. */
export function exportedScores(flaw: Vulnerability, ratings: readonly RatedPlatforms[]) {
  const products = new Set(ratings.flatMap(({ platforms }) => platforms))
  const taken = new Map<string, Set<PlatformId>>()
  const scores: object[] = []
  const rest: string[] = []
  for (const score of givenScores(flaw, ratings)) {
    const metric = metricOf(score)
    const scored = taken.get(score.version) ?? new Set()
    taken.set(score.version, scored)
    const open = [...new Set(score.platforms)].filter((platform) => products.has(platform) && !scored.has(platform))
    const isPlaced = metric !== null && open.length > 0
    if (isPlaced) {
      scores.push({ products: open, ...metric })
      for (const platform of open) scored.add(platform)
    }
    if (!isPlaced || score.temporal !== undefined) rest.push(lineOf(score))
  }
  return { scores, rest }
}

const lineOf = ({ version, vector, score, temporal }: Score): string =>
  `CVSS ${version}: ${score}${temporal === undefined ? '' : ` (${temporal})`} ${vector}`
