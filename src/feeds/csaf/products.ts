/** The products of an advisory, as platforms. */
import type { Platform } from '../../contract/platform.ts'
import { platformOf } from '../platforms/product-name.ts'
import type { Advisory, Branch, Remediation } from './document.ts'

/** Every product by its id, from branches, flat names and relationships. */
export function platformsOf({ product_tree: tree }: Advisory): Map<string, Platform> {
  const platforms = new Map<string, Platform>()
  const visit = ({ name, branches = [], product }: Branch, path: readonly string[]) => {
    // A product that has its own branch for a version is at home in the branch above.
    if (product !== undefined) platforms.set(product.product_id, platformOf({ name: product.name, path }))
    for (const branch of branches) visit(branch, [...path, name])
  }
  for (const branch of tree?.branches ?? []) visit(branch, [])
  const flat = [
    ...(tree?.full_product_names ?? []),
    ...(tree?.relationships ?? []).map(({ full_product_name: product }) => product),
  ]
  for (const { name, product_id: id } of flat) platforms.set(id, platformOf({ name, path: [] }))
  return platforms
}

/** The products that a remediation is for; none named means all. */
export function productsOf(advisory: Advisory, { product_ids: ids, group_ids: groups }: Remediation): string[] | null {
  if (ids === undefined && groups === undefined) return null
  const members = new Map(advisory.product_tree?.product_groups?.map((group) => [group.group_id, group.product_ids]))
  return [...new Set([...(ids ?? []), ...(groups ?? []).flatMap((group) => members.get(group) ?? [])])]
}
