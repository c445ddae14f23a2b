/** What a bulletin says as a whole, from what it says of each vulnerability: the same for every feed, and for documents put together. */
import type { Bulletin, Vulnerability } from '../../contract/bulletin.ts'
import type { Platform } from '../../contract/platform.ts'
import type { Disclosure, Exploit, Severity } from '../../contract/words.ts'
import { disclosures, environments, exploits, impacts } from '../../contract/vocabulary.ts'
import { overallOf } from './product-status.ts'
import { worstSeverity } from './severity.ts'
import { deriveUrgency } from './urgency.ts'
import { singleRatings } from './ratings.ts'

/** The word that calls for the most attention, by the order of its list; null where none is given. */
export const foremost = <T>(order: readonly T[], given: readonly (T | null)[]): T | null =>
  order.find((word) => given.includes(word)) ?? null

type Given = {
  vulnerabilities: readonly Vulnerability[]
  /** What is known otherwise than from the vulnerabilities: it counts where it is worse. */
  stated?: {
    severity?: Severity | null
    impacts?: Bulletin['impact'][]
    exploits?: Exploit[]
    disclosures?: Disclosure[]
  }
}

export type Assembled = Pick<Bulletin, 'platforms' | 'severity' | 'impact' | 'exploit' | 'disclosure' | 'urgency'>

/** The worst of each platform, in the order in which they are first listed. */
function platformsOf(vulnerabilities: readonly Vulnerability[]): Bulletin['platforms'] {
  const byPlatform = Map.groupBy(
    vulnerabilities.flatMap(({ ratings }) => singleRatings(ratings)),
    ({ platform }) => platform,
  )
  return [...byPlatform].map(([platform, said]) => ({ platform, ...overallOf(said) }))
}

/** The facts of a bulletin that follow from its vulnerabilities; the urgency is the one by rule. */
export function assembled({ vulnerabilities, stated = {} }: Given): Assembled {
  const platforms = platformsOf(vulnerabilities)
  const ratings = platforms.map(({ rating }) => rating)
  const severity = worstSeverity([...ratings, ...(stated.severity ? [stated.severity] : [])])
  const exploit =
    foremost(exploits, [...vulnerabilities.map((flaw) => flaw.exploit), ...(stated.exploits ?? [])]) ?? 'unknown'
  const disclosure =
    foremost(disclosures, [...vulnerabilities.map((flaw) => flaw.disclosure), ...(stated.disclosures ?? [])]) ??
    'unknown'
  const impact = foremost(impacts, [...vulnerabilities.map((flaw) => flaw.impact), ...(stated.impacts ?? [])])
  return { platforms, severity, impact, exploit, disclosure, urgency: deriveUrgency({ severity, exploit, disclosure }) }
}

/** For which machines the platforms of a bulletin are, as far as it is known what they are. */
export function environmentsOf(
  rated: Bulletin['platforms'],
  known: Iterable<Pick<Platform, 'id' | 'kind'>>,
): Bulletin['environments'] {
  const ids = new Set(rated.map(({ platform }) => platform))
  const kinds = new Set([...known].flatMap(({ id, kind }) => (ids.has(id) ? [kind] : [])))
  return environments.filter((word) => kinds.has(word))
}
