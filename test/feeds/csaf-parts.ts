/** Small advisories out of a few products and one vulnerability, for rules that need no validator. */
import { bulletinOf } from '../../src/feeds/csaf/bulletin.ts'
import type { Advisory, Branch, CsafVulnerability } from '../../src/feeds/csaf/document.ts'
import { advisory } from './advisory.ts'

export type Tree = NonNullable<Advisory['product_tree']>

/** An advisory of Example Pumps with this tree and these vulnerabilities; `document` changes its head. */
export const advisoryWith = (
  tree: Tree,
  vulnerabilities: CsafVulnerability[],
  document: Partial<Advisory['document']> = {},
): Advisory => {
  const { aggregate_severity: _, ...head } = advisory().document
  return { document: { ...head, ...document } as Advisory['document'], product_tree: tree, vulnerabilities }
}

/** Branches one below the other, down to a product: `vendor: Example / product_name: Pump / product_version: 1`. */
export function branchTo(path: string, product: { id: string; name: string }): Branch {
  const [first = '', ...rest] = path.split(' / ')
  const [category = '', ...name] = first.split(': ')
  const step = { category, name: name.join(': ') }
  return rest.length === 0
    ? { ...step, product: { product_id: product.id, name: product.name } }
    : { ...step, branches: [branchTo(rest.join(' / '), product)] }
}

/** The platform of the one product that a path and a name describe. */
export function platformAt(path: string, name: string, document: Partial<Advisory['document']> = {}) {
  const tree: Tree =
    path === ''
      ? { full_product_names: [{ product_id: 'P', name }] }
      : { branches: [branchTo(path, { id: 'P', name })] }
  const flaw = { cve: 'CVE-2031-0001', product_status: { known_affected: ['P'] } }
  const [platform] = bulletinOf(advisoryWith(tree, [flaw], document)).platforms
  if (platform === undefined) throw new Error('no platform')
  return platform
}
