/** What is said of each product: the lists of the standard, and why one is not affected. */
import type { VulnerabilityRating } from '../../../contract/bulletin.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import type { ProductStatus } from '../../../contract/words.ts'
import { isAffected } from '../../../domain/bulletin/severity.ts'

const lists = {
  'under-investigation': 'under_investigation',
  'first-affected': 'first_affected',
  'last-affected': 'last_affected',
  'first-fixed': 'first_fixed',
  fixed: 'fixed',
  recommended: 'recommended',
} as const satisfies Record<ProductStatus, string>

const listOf = ({ rating, status }: VulnerabilityRating) =>
  status === undefined ? (isAffected(rating) ? 'known_affected' : 'known_not_affected') : lists[status]

/** Every product in one list, and the labels of VEX for those that are not affected. */
export function statusesOf(ratings: readonly VulnerabilityRating[]) {
  const byList = Map.groupBy(ratings, listOf)
  const unaffected = byList.get('known_not_affected') ?? []
  const byReason = Map.groupBy(unaffected, ({ reason }) => reason)
  const flags = [...byReason].flatMap(([reason, each]) =>
    reason === undefined ? [] : [{ label: reason.replaceAll('-', '_'), product_ids: productsOf(each) }],
  )
  return {
    ...(byList.size > 0 && {
      product_status: Object.fromEntries([...byList].map(([list, each]) => [list, productsOf(each)])),
    }),
    ...(flags.length > 0 && { flags }),
  }
}

const productsOf = (ratings: readonly VulnerabilityRating[]): PlatformId[] => ratings.map(({ platform }) => platform)
