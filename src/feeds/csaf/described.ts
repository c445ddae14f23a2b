/** What a document says a product is: by the branches that lead to it, and by its name. */
import { knownProduct } from '../platforms/product-name.ts'
import { tidy } from '../platforms/slug.ts'
import type { VendorProduct } from '../platforms/vendor-product.ts'
import type { Advisory, FullProductName } from './document.ts'
import { labelOf, remarkIn, says } from './labels.ts'
import { readableIn, readableVersion } from './version-range.ts'

/** A branch on the way to a product. */
export type BranchStep = { category: string; name: string }

/** `above` are the families of the product that its line does not tell. */
export type DescribedProduct = VendorProduct & { above: string }

const versions = new Set(['product_version', 'product_version_range'])
const lines = new Set(['product_family', 'product_name'])

const joined = (parts: readonly string[]): string => [...new Set(parts)].join(' ')

/** A publisher counts as the maker of its products where it is a vendor; the products of Microsoft go without. */
const makerOf = ({ document: { publisher } }: Advisory): string | undefined =>
  publisher.category === 'vendor' && !/^microsoft\b/i.test(publisher.name) ? publisher.name : undefined

/** Whether a name alone says that the product is Microsoft's, whatever document it is in. */
function isMicrosofts(name: string): boolean {
  const kind = knownProduct(name)?.kind
  return name.startsWith('Microsoft ') || kind === 'server' || kind === 'client'
}

/** A product of a flat list, or of branches that do not name its line: it goes by its name. */
function byName(name: string, vendor: string | undefined, others: readonly string[]): DescribedProduct {
  const unsaid = others.filter((part) => !says(name, part))
  return { vendor, line: name, variant: joined(unsaid), label: labelOf(name, unsaid), above: '' }
}

/**
 * A product as the document describes it. Without a vendor above it, it is its publisher's. What its name says besides
 * the branches is part of its variant.
 */
export function describedBy(
  advisory: Advisory,
  product: FullProductName,
  path: readonly BranchStep[],
): DescribedProduct {
  const name = readableIn(tidy(product.name)) || 'unnamed'
  const of = (isWanted: (category: string) => boolean) =>
    path.flatMap((step) => (isWanted(step.category) ? tidy(step.name) || [] : []))
  const [named] = of((category) => category === 'vendor').toReversed()
  const vendor = named ?? (isMicrosofts(name) ? undefined : makerOf(advisory))
  const families = of((category) => lines.has(category))
  const version = joined(of((category) => versions.has(category)).map(readableVersion))
  const details = of((category) => category !== 'vendor' && !lines.has(category) && !versions.has(category))
  const own = families.at(-1)
  if (own === undefined)
    return byName(
      name,
      vendor,
      [version, ...details].filter((part) => part !== ''),
    )
  // A family belongs to the line where the name of the product says it, too.
  const others = families.slice(0, -1).filter((family) => !says(own, family))
  const told = others.filter((family) => says(name, family))
  const line = joined([...told, own])
  const remark = remarkIn(name, [vendor ?? '', ...families, version, ...details])
  const parts = [remark ?? '', version, ...details].filter((part) => part !== '')
  // What the publisher calls the product, where that says it all; where it says more, too.
  const isWhole = remark === '' && says(name, line) && parts.every((part) => says(name, part))
  return {
    vendor,
    line,
    version,
    variant: joined([...details, remark ?? ''].filter((part) => part !== '')),
    label: labelOf(isWhole || remark === null ? name : line, parts),
    above: joined(others.filter((family) => !told.includes(family))),
  }
}
