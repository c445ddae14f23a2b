/** The CVSS scores of a vulnerability, and which of them counts. */
import type { Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import type { Rating } from '../../contract/words.ts'
import { worstRating } from '../../domain/bulletin/severity.ts'
import type { Score, CsafVulnerability } from './document.ts'
import type { Products } from './products.ts'
import { severityOf } from './severity-words.ts'

type OurScore = NonNullable<OurVulnerability['scores']>[number]
type Rated = Omit<OurScore, 'platforms'> & { rating: Rating }

/** The versions of CVSS, the one that counts first. */
const versions = ['3.1', '3.0', '4.0', '2.0']
const placeOf = (version: string) => (versions.includes(version) ? versions.indexOf(version) : versions.length)

/** CVSS 2.0 has no word for a severity, and no level for critical: its highest is 7.0 to 10.0. */
const ratingByV2 = (score: number): Rating => (score >= 7 ? 2 : score >= 4 ? 3 : score > 0 ? 4 : 'unrated')

const temporalOf = (score: number | undefined) => (score === undefined ? {} : { temporal: score })

const severityWord = (word: string): Rating => severityOf(word) ?? 'unrated'

const ratedBy = ({ cvss_v2: v2, cvss_v3: v3, cvss_v4: v4 }: Score): Rated[] =>
  [
    v3 && { ...v3, rating: severityWord(v3.baseSeverity) },
    v4 && { ...v4, temporalScore: undefined, rating: severityWord(v4.baseSeverity) },
    v2 && { ...v2, rating: ratingByV2(v2.baseScore) },
  ].flatMap((given) =>
    given === undefined
      ? []
      : {
          version: given.version,
          vector: given.vectorString,
          score: given.baseScore,
          ...temporalOf(given.temporalScore),
          rating: given.rating,
        },
  )

const byPlace = (a: Rated, b: Rated) => placeOf(a.version) - placeOf(b.version) || b.score - a.score

/** Every score, those that are alike once with all their platforms, and the one that counts. */
export function scoresOf(
  products: Products,
  { scores = [] }: CsafVulnerability,
): Pick<OurVulnerability, 'cvss' | 'scores'> {
  const rated = scores.flatMap((score) => ratedBy(score).map((each) => ({ ...each, products: score.products })))
  const [worst] = rated.toSorted(byPlace)
  if (worst === undefined) return {}
  const alike = Map.groupBy(rated, ({ version, vector, score, temporal }) =>
    JSON.stringify([version, vector, score, temporal]),
  )
  return {
    cvss: { version: worst.version, vector: worst.vector, score: worst.score },
    scores: [...alike.values()].flatMap((same) => {
      const [first] = same
      if (first === undefined) return []
      const { version, vector, score, temporal } = first
      const platforms = products.platformsOf(same.flatMap((each) => each.products))
      return [{ version, vector, score, ...temporalOf(temporal), platforms }]
    }),
  }
}

/** How bad the score that counts makes it on each product, by product id. */
export function scoredSeverities({ scores = [] }: CsafVulnerability): Map<string, Rating> {
  const best = new Map<string, { place: number; rating: Rating }>()
  for (const score of scores) {
    for (const { version, rating } of ratedBy(score)) {
      const place = placeOf(version)
      for (const product of score.products) {
        const other = best.get(product)
        if (other === undefined || place < other.place) best.set(product, { place, rating })
        else if (place === other.place) best.set(product, { place, rating: worstRating([other.rating, rating]) })
      }
    }
  }
  return new Map([...best].map(([product, { rating }]) => [product, rating]))
}
