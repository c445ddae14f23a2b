/** The platform of a product that a document describes by vendor, product line and version. */
import type { Platform } from '../../contract/platform.ts'
import type { Text } from '../../contract/text.ts'
import { knownProduct, type ReadName } from './product-name.ts'
import { joinedSlugs, slug, tidy } from './slug.ts'

/** A product: who makes it, its line, its version or range (`< V5.20`, `*` for all), and what tells it from others of that version. */
export type VendorProduct = {
  vendor?: string | undefined
  line: string
  version?: string | undefined
  variant?: string | undefined
  /** The name in full. */
  label: Text
}

const given = (text: string | undefined): string | null => tidy(text ?? '') || null
const isGiven = (text: string | null): text is string => text !== null

/** A version of a product that one of our rules knows: a build, which tells variants apart. */
function ofKnown(known: ReadName, details: readonly string[], label: Text): Platform {
  const { family, version, kind } = known
  const variant = [known.variant, ...details].filter(isGiven)
  const own = known.variant === null ? known.id : known.id.slice(0, known.id.lastIndexOf('.'))
  const slugs = [
    ...(known.variant === null ? [] : [known.id.slice(own.length + 1)]),
    ...details.map((text) => slug(text)),
  ]
  const id = slugs.length === 0 ? own : `${own}.${joinedSlugs(slugs)}`
  return { id, family, version, variant: variant.join(' ') || null, label, kind, supportEndsOn: null }
}

/**
 * The platform of a product. Products that differ in vendor, line, version or variant are different platforms. Names of
 * Windows, Office and the like are read only where the vendor is Microsoft or none is named; what the name says comes
 * first there, and the version, which is a build, is told in the variant.
 */
export function productPlatform(product: VendorProduct): Platform {
  const [vendor, line] = [given(product.vendor), given(product.line) ?? 'unnamed']
  const [version, variant] = [given(product.version), given(product.variant)]
  const known = vendor === null || /^microsoft\b/i.test(vendor) ? knownProduct(line) : null
  if (known !== null) return ofKnown(known, [version === '*' ? null : version, variant].filter(isGiven), product.label)
  const segments = [
    joinedSlugs([vendor, line].filter(isGiven).map((text) => slug(text))),
    version !== null && (version === '*' ? 'all' : slug(version)),
    // A variant of no version is no version.
    variant !== null && (version === null ? `-${slug(variant, 79)}` : slug(variant)),
  ]
  return {
    id: segments.filter((segment) => segment !== false).join('.'),
    family: line,
    version,
    variant,
    label: product.label,
    kind: 'application',
    supportEndsOn: null,
    ...(vendor !== null && { vendor }),
  }
}
