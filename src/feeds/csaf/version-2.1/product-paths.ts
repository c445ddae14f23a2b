/** Paths of products as relationships. */
import type { Advisory, Branch, FullProductName, Relationship } from '../document.ts'
import type { Advisory21, ProductPath } from './document.ts'

/** All products of a document by id, with their names. */
export function productNames({ product_tree: tree }: Advisory21): Map<string, string> {
  const names = new Map<string, string>()
  const add = ({ product_id: id, name }: FullProductName) => names.set(id, name)
  const visit = ({ product, branches = [] }: Branch) => {
    if (product !== undefined) add(product)
    branches.forEach(visit)
  }
  tree?.branches?.forEach(visit)
  tree?.full_product_names?.forEach(add)
  for (const { full_product_name: name } of tree?.product_paths ?? []) add(name)
  return names
}

/** A path as relationships one after the other: what its first steps make is a product without a name of its own. */
function relationshipsOf(path: ProductPath, at: number, names: ReadonlyMap<string, string>): Relationship[] {
  const { beginning_product_reference: first, full_product_name: whole, subpaths } = path
  let own = { product_id: first, name: names.get(first) ?? first }
  return subpaths.map(({ category, next_product_reference: next }, step) => {
    const isLast = step === subpaths.length - 1
    const name = `${own.name} ${category.replaceAll('_', ' ')} ${names.get(next) ?? next}`
    const made = isLast ? whole : { product_id: `product path ${at}.${step}`, name }
    const relationship = {
      category,
      product_reference: own.product_id,
      relates_to_product_reference: next,
      full_product_name: made,
    }
    own = made
    return relationship
  })
}

export function treeOf(advisory: Advisory21): Pick<Advisory, 'product_tree'> {
  const { product_tree: tree } = advisory
  if (tree === undefined) return {}
  const { product_paths: paths = [], relationships = [], ...rest } = tree
  const names = productNames(advisory)
  const all = [...relationships, ...paths.flatMap((path, at) => relationshipsOf(path, at, names))]
  return { product_tree: { ...rest, ...(all.length > 0 && { relationships: all }) } }
}
