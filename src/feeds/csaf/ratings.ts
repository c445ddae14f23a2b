/** How severe a vulnerability is on which product. */
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { worstRating } from '../../domain/severity.ts'
import type { Advisory, Vulnerability } from './document.ts'
import { productsOf } from './products.ts'

const affectedStatuses = ['first_affected', 'known_affected', 'last_affected', 'under_investigation']
const unaffectedStatuses = ['known_not_affected', 'fixed', 'first_fixed']

export const severityWords: Record<string, Rating> = {
  critical: 1,
  important: 2,
  high: 2,
  moderate: 3,
  medium: 3,
  low: 4,
}

/** The severity that a threat names for some products: as this product writes it. */
const severityThreat = /^Severity: (\w+)$/

/** How bad a vulnerability is on a product, as far as it is said anywhere. */
function saidOf(advisory: Advisory, { scores = [], threats = [] }: Vulnerability, product: string): Rating {
  const byProduct = threats.flatMap(({ details, product_ids: products = [] }) => {
    const rating = severityWords[severityThreat.exec(details)?.[1]?.toLowerCase() ?? '']
    return rating === undefined ? [] : [{ products, rating }]
  })
  const own = byProduct.filter(({ products }) => products.includes(product)).map(({ rating }) => rating)
  if (byProduct.length > 0) return own.length > 0 ? worstRating(own) : 'unrated'
  const scored = scores.flatMap(({ products, cvss_v3: score }) =>
    score !== undefined && products.includes(product)
      ? (severityWords[score.baseSeverity.toLowerCase()] ?? 'unrated')
      : [],
  )
  if (scored.length > 0) return worstRating(scored)
  return severityWords[advisory.document.aggregate_severity?.text.toLowerCase() ?? ''] ?? 'unrated'
}

/** The rating on a product that is affected: what is said of it, and where nothing is, whether a fix will come. */
function ratingOf(advisory: Advisory, flaw: Vulnerability, product: string): Rating {
  const said = saidOf(advisory, flaw, product)
  const isWithout = (flaw.remediations ?? []).some(
    (each) => each.category === 'no_fix_planned' && (productsOf(advisory, each) ?? []).includes(product),
  )
  return said === 'unrated' && isWithout ? 'no-fix' : said
}

export function ratingsOf(advisory: Advisory, platforms: ReadonlyMap<string, Platform>, flaw: Vulnerability) {
  const ratings = new Map<PlatformId, Rating>()
  const rate = (statuses: readonly string[], rating: (product: string) => Rating) => {
    for (const product of statuses.flatMap((status) => flaw.product_status?.[status] ?? [])) {
      const id = platforms.get(product)?.id
      if (id !== undefined) ratings.set(id, worstRating([ratings.get(id) ?? 'none', rating(product)]))
    }
  }
  rate(unaffectedStatuses, () => 'none')
  rate(affectedStatuses, (product) => ratingOf(advisory, flaw, product))
  return [...ratings].map(([platform, rating]) => ({ platform, rating }))
}
