import type { VulnerabilityRating } from '../../contract/bulletin.ts'
import type { ProductStatus } from '../../contract/words.ts'
import { isAffected, worstRating } from './severity.ts'

type Said = Omit<VulnerabilityRating, 'platform'>

/** Of what is said of a platform that is touched, what calls for the most attention; without a status it is simply affected. */
const ofAffected: readonly (ProductStatus | undefined)[] = [
  undefined,
  'first-affected',
  'last-affected',
  'under-investigation',
  'first-fixed',
  'fixed',
  'recommended',
]
const ofOthers: readonly (ProductStatus | undefined)[] = ['fixed', 'first-fixed', 'recommended', undefined]

/**
 * What several vulnerabilities or packages say of one platform, as one: the worst rating, the status that calls for the
 * most attention, and a reason only where all that is not affected is so for the same.
 */
export function overallOf(said: readonly Said[]): Said {
  const rating = worstRating(said.map((each) => each.rating))
  const counted = isAffected(rating) ? said.filter((each) => isAffected(each.rating)) : said
  const given = new Set(counted.map(({ status }) => status))
  const status = (isAffected(rating) ? ofAffected : ofOthers).find((each) => given.has(each))
  const reasons = new Set(counted.map(({ reason }) => reason))
  const [reason] = reasons.size === 1 ? reasons : []
  return { rating, ...(status && { status }), ...(reason && { reason }) }
}
