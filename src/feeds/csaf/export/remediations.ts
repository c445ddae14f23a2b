/** What can be done: the packages of a bulletin and what it advises, for the products of one vulnerability. */
import type { Bulletin, Package, Remedy, RatedPlatforms, Vulnerability } from '../../../contract/bulletin.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import type { Restart } from '../../../contract/words.ts'
import { isAffected } from '../../../domain/bulletin/severity.ts'
import type { TextOf } from './notes.ts'

/** CSAF knows what needs no restart and what needs one; what may need one is left to a note. */
function restartOf(restart: Restart | undefined) {
  if (restart !== 'required' && restart !== 'not-required') return {}
  return { restart_required: { category: restart === 'required' ? 'system' : 'none' } }
}

/** What a package does for the products that are affected; null where it is for none of them. */
function fixOf(fix: Package, affected: readonly PlatformId[], restart: Restart) {
  const offered = new Set(fix.platforms)
  const products = affected.filter((platform) => offered.has(platform))
  if (products.length === 0) return null
  return {
    category: 'vendor_fix',
    details: [fix.name, fix.fixedBuild].filter(Boolean).join(' '),
    product_ids: products,
    ...(fix.url !== undefined && { url: fix.url }),
    ...restartOf(restart),
  }
}

/** The categories of CSAF 2.0; those that only 2.1 has go by the nearest. */
const categories = {
  'vendor-fix': 'vendor_fix',
  'optional-patch': 'vendor_fix',
  'fix-planned': 'none_available',
  'none-available': 'none_available',
  'no-fix-planned': 'no_fix_planned',
  workaround: 'workaround',
  mitigation: 'mitigation',
} as const satisfies Record<Remedy['kind'], string>

/** The products of a vulnerability that advice is for: without any named, all that are affected. */
function productsOf({ platforms, vulnerabilities }: Remedy, { id, ratings }: Vulnerability): PlatformId[] {
  if (vulnerabilities.length > 0 && !vulnerabilities.includes(id)) return []
  const named = new Set(platforms)
  const products = ratings.flatMap((said) =>
    platforms.length > 0 ? said.platforms.filter((id) => named.has(id)) : isAffected(said.rating) ? said.platforms : [],
  )
  return [...new Set(products)]
}

function adviceOf(remedy: Remedy, flaw: Vulnerability, say: TextOf) {
  const products = productsOf(remedy, flaw)
  if (products.length === 0) return null
  return {
    category: categories[remedy.kind],
    details: say(remedy.text),
    product_ids: products,
    ...(remedy.url !== undefined && { url: remedy.url }),
    ...(remedy.on !== undefined && { date: `${remedy.on}T00:00:00Z` }),
    ...restartOf(remedy.restart),
  }
}

/** Advice that is for no product of any vulnerability. */
export const unplaced = ({ remedies = [], vulnerabilities }: Bulletin): Remedy[] =>
  remedies.filter((remedy) => vulnerabilities.every((flaw) => productsOf(remedy, flaw).length === 0))

const noFix = { ja: '修正プログラムは提供されない', en: 'No fix is offered' }

export function remediationsOf(
  bulletin: Bulletin,
  flaw: Vulnerability,
  ratings: readonly RatedPlatforms[],
  say: TextOf,
) {
  const affected = ratings.filter(({ rating }) => isAffected(rating)).flatMap(({ platforms }) => platforms)
  const without = ratings.filter(({ rating }) => rating === 'no-fix').flatMap(({ platforms }) => platforms)
  return [
    ...bulletin.packages.flatMap((fix) => fixOf(fix, affected, bulletin.restart) ?? []),
    ...(bulletin.remedies ?? []).flatMap((remedy) => adviceOf(remedy, flaw, say) ?? []),
    ...(without.length > 0 ? [{ category: 'no_fix_planned', details: say(noFix), product_ids: without }] : []),
  ]
}
