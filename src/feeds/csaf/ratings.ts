/** What an advisory says of each of its products: how severe a vulnerability is on it, its status, and why it is not affected. */
import type { RatedPlatforms, VulnerabilityRating } from '../../contract/bulletin.ts'
import type { ProductStatus, Rating, VexReason } from '../../contract/words.ts'
import { vexReasons } from '../../contract/document-vocabulary.ts'
import { overallOf } from '../../domain/bulletin/product-status.ts'
import { worstRating } from '../../domain/bulletin/severity.ts'
import type { Advisory, CsafVulnerability } from './document.ts'
import type { Products } from './products.ts'
import { scoredSeverities } from './scores.ts'
import { severityOf } from './severity-words.ts'
import { groupRatings } from '../../domain/bulletin/ratings.ts'

type Meaning = { isAffected: boolean; status?: ProductStatus }

/** The lists of the standard. Of a product that is in several of them the first says the most. */
const lists: readonly [string, Meaning][] = [
  ['last_affected', { isAffected: true, status: 'last-affected' }],
  ['first_affected', { isAffected: true, status: 'first-affected' }],
  ['known_affected', { isAffected: true }],
  ['under_investigation', { isAffected: true, status: 'under-investigation' }],
  // Of 2.1: nobody investigates it either, which is no reason for calm.
  ['unknown', { isAffected: true }],
  ['recommended', { isAffected: false, status: 'recommended' }],
  ['first_fixed', { isAffected: false, status: 'first-fixed' }],
  ['fixed', { isAffected: false, status: 'fixed' }],
  ['known_not_affected', { isAffected: false }],
]

/** What the publisher itself says of the severity on single products, and on all. */
function statedSeverities(products: Products, { threats = [] }: CsafVulnerability) {
  const on = new Map<string, Rating>()
  let onAll: Rating | null = null
  for (const threat of threats.filter(({ category }) => category === 'impact')) {
    const severity = severityOf(threat.details)
    const named = severity === null ? [] : products.named(threat)
    if (severity === null) continue
    if (named === null) onAll = worstRating([onAll ?? 'none', severity])
    for (const product of named ?? []) on.set(product, worstRating([on.get(product) ?? 'none', severity]))
  }
  return { on, onAll }
}

function reasonsOf(products: Products, { flags = [] }: CsafVulnerability): Map<string, VexReason> {
  const reasons = new Map<string, VexReason>()
  for (const flag of flags) {
    const reason = vexReasons.find((each) => each === flag.label.replaceAll('_', '-'))
    if (reason !== undefined) for (const product of products.named(flag) ?? []) reasons.set(product, reason)
  }
  return reasons
}

/**
 * What counts as the severity on a product: the publisher's own word for it, else its score, else the word for the
 * document, unless the publisher has words for other products and none for this one.
 */
function severitiesOf(advisory: Advisory, products: Products, flaw: CsafVulnerability): (product: string) => Rating {
  const { on, onAll } = statedSeverities(products, flaw)
  const scored = scoredSeverities(flaw)
  const ofDocument = on.size > 0 ? null : severityOf(advisory.document.aggregate_severity?.text ?? '')
  const unplanned = (flaw.remediations ?? []).filter(({ category }) => category === 'no_fix_planned')
  const withoutFix = new Set(unplanned.flatMap((each) => products.named(each) ?? []))
  return (product) => {
    const byScore = scored.get(product) ?? 'unrated'
    const severity = on.get(product) ?? onAll ?? (byScore === 'unrated' ? ofDocument : byScore)
    return severity ?? (withoutFix.has(product) ? 'no-fix' : 'unrated')
  }
}

/** What is said of every product that is in one of the lists, by platform. */
export function ratingsOf(advisory: Advisory, products: Products, flaw: CsafVulnerability): RatedPlatforms[] {
  const severity = severitiesOf(advisory, products, flaw)
  const reasons = reasonsOf(products, flaw)
  const seen = new Set<string>()
  const said = new Map<string, Omit<VulnerabilityRating, 'platform'>[]>()
  for (const [list, { isAffected, status }] of lists) {
    for (const id of flaw.product_status?.[list] ?? []) {
      const product = products.get(id)
      if (product === undefined || seen.has(id)) continue
      seen.add(id)
      // A package that mends a product: the product has had the flaw.
      const isMended = product.component !== null && status !== undefined
      const rating = isAffected || isMended ? severity(id) : 'none'
      const reason = status === undefined && rating === 'none' ? reasons.get(id) : undefined
      const entry = { rating, ...(status && { status }), ...(reason && { reason }) }
      const others = said.get(product.platform.id)
      if (others === undefined) said.set(product.platform.id, [entry])
      else others.push(entry)
    }
  }
  return groupRatings([...said].map(([platform, each]) => ({ platform, ...overallOf(each) })))
}
