/** Which vulnerabilities, on which products, a fix of the month is for. */
import type { PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { worstRating } from '../../domain/bulletin/severity.ts'
import { slugOfSpelling } from '../platforms/slug.ts'
import type { CvrfDocument } from './document.ts'
import type { CvrfRemediation, CvrfVulnerability } from './vulnerability-element.ts'
import { ratingOf } from './words.ts'

/** A vulnerability as far as one fix goes: the products that the fix is for, and what it says of them. */
export type Part = {
  vulnerability: CvrfVulnerability
  products: ReadonlySet<string>
  fixes: readonly CvrfRemediation[]
}

export const kbPattern = /^\d{5,8}$/

/** The bulletin that a fix belongs to: its KB, or the month with the substitute of a number. */
const bulletinIdOf = (document: CvrfDocument, { label }: CvrfRemediation): string =>
  kbPattern.test(label) ? `KB${label}` : `MSRC-${document.id}-${slugOfSpelling(label || 'other', 60)}`

/** Every fix with its vulnerabilities, and last what has none, each rated product in one place at least. */
export function partsByBulletin(document: CvrfDocument): Map<string, Part[]> {
  const parts = new Map<string, Part[]>()
  const add = (id: string, part: Part) => parts.set(id, [...(parts.get(id) ?? []), part])
  const withoutFix: Part[] = []
  for (const vulnerability of document.vulnerabilities) {
    const fixed = new Set<string>()
    for (const [id, fixes] of Map.groupBy(vulnerability.fixes, (fix) => bulletinIdOf(document, fix))) {
      const products = new Set(fixes.flatMap((fix) => fix.products))
      for (const product of products) fixed.add(product)
      add(id, { vulnerability, products, fixes })
    }
    const left = new Set([...vulnerability.severities.keys()].filter((product) => !fixed.has(product)))
    if (left.size > 0 || vulnerability.severities.size === 0)
      withoutFix.push({ vulnerability, products: left, fixes: [] })
  }
  if (withoutFix.length > 0) parts.set(`MSRC-${document.id}-no-fix`, withoutFix)
  return parts
}

/** A rating for every platform; several products may be one platform, which then has the worst. */
export function cvrfRatings(
  { platforms }: CvrfDocument,
  { vulnerability: { severities }, products }: Part,
): Map<PlatformId, Rating> {
  const ratings = new Map<PlatformId, Rating>()
  for (const product of products) {
    const id = platforms.get(product)?.id
    const severity = severities.get(product)
    if (id === undefined || severity === undefined) continue
    ratings.set(id, worstRating([ratings.get(id) ?? 'none', ratingOf(severity)]))
  }
  return ratings
}
