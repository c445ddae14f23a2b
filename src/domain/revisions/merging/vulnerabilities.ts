/** What several documents say of the same vulnerabilities. */
import type { Bulletin, Vulnerability } from '../../../contract/bulletin.ts'
import { united } from './united.ts'
import { groupRatings, singleRatings } from '../../bulletin/ratings.ts'

/** The scores of the newer document, and those of the older one on platforms that it does not score. */
function scoresOf(older: Vulnerability, newer: Vulnerability): Pick<Vulnerability, 'scores'> {
  if (older.scores === undefined || newer.scores === undefined) return {}
  const scored = new Set(newer.scores.flatMap(({ platforms }) => platforms))
  const others = older.scores.map((score) => ({
    ...score,
    platforms: score.platforms.filter((platform) => !scored.has(platform)),
  }))
  return { scores: united([others.filter(({ platforms }) => platforms.length > 0), newer.scores]) }
}

/** The newer word on a vulnerability, with the platforms of both; what the newer document does not say the older one has said. */
const merged = (older: Vulnerability, newer: Vulnerability): Vulnerability => ({
  ...older,
  ...newer,
  ...scoresOf(older, newer),
  references: united([older.references, newer.references], ({ url }) => url),
  ratings: groupRatings(
    united([singleRatings(older.ratings), singleRatings(newer.ratings)], ({ platform }) => platform),
  ),
})

/** The vulnerabilities of all parts, the oldest part first. */
export function mergedVulnerabilities(parts: readonly Bulletin[]): Vulnerability[] {
  const found = new Map<string, Vulnerability>()
  for (const each of parts.flatMap(({ vulnerabilities }) => vulnerabilities)) {
    const older = found.get(each.id)
    found.set(each.id, older === undefined ? each : merged(older, each))
  }
  return [...found.values()]
}
