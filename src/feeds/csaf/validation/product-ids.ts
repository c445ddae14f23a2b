/** Products and groups by their ids in CSAF 2.1, where the library does not look: in paths, and in ids for some products. */
import type { RuleViolation } from './rules.ts'

type FullName = { product_id: string; name: string }
export type Path = {
  beginning_product_reference: string
  full_product_name: FullName
  subpaths: { next_product_reference: string }[]
}
type Branch = { product?: FullName; branches?: Branch[] }
export type ProductDocument = {
  document?: { category?: string }
  product_tree?: {
    branches?: Branch[]
    full_product_names?: FullName[]
    product_groups?: { group_id: string; product_ids: string[] }[]
    product_paths?: Path[]
    relationships?: { full_product_name: FullName }[]
  }
  vulnerabilities?: {
    cve?: string
    ids?: { product_ids?: string[]; group_ids?: string[] }[]
    product_status?: Record<string, string[]>
  }[]
}

/** The products that a path leads over, each with its place. */
export const stepsOf = ({ beginning_product_reference: first, subpaths }: Path, at: number) => [
  { id: first, place: `/product_tree/product_paths/${at}/beginning_product_reference` },
  ...subpaths.map(({ next_product_reference: id }, step) => ({
    id,
    place: `/product_tree/product_paths/${at}/subpaths/${step}/next_product_reference`,
  })),
]

/** The products or groups that the ids of vulnerabilities are for, each with its place. */
const namedByIds = ({ vulnerabilities = [] }: ProductDocument, field: 'product_ids' | 'group_ids') =>
  vulnerabilities.flatMap(({ ids = [] }, flaw) =>
    ids.flatMap((given, at) =>
      (given[field] ?? []).map((id, which) => ({
        id,
        place: `/vulnerabilities/${flaw}/ids/${at}/${field}/${which}`,
      })),
    ),
  )

/** The ids of all products that a document defines. */
export function definedProducts({ product_tree: tree }: ProductDocument): Set<string> {
  const defined = new Set<string>()
  const add = ({ product_id: id }: FullName) => defined.add(id)
  const visit = ({ product, branches = [] }: Branch) => {
    if (product !== undefined) add(product)
    branches.forEach(visit)
  }
  tree?.branches?.forEach(visit)
  tree?.full_product_names?.forEach(add)
  for (const { full_product_name: name } of [...(tree?.product_paths ?? []), ...(tree?.relationships ?? [])]) add(name)
  return defined
}

const missing = (
  named: readonly { id: string; place: string }[],
  defined: ReadonlySet<string>,
  what: string,
): RuleViolation[] =>
  named
    .filter(({ id }) => !defined.has(id))
    .map(({ id, place }) => ({ instancePath: place, message: `definition of ${what} missing: ${JSON.stringify(id)}` }))

/** Rule 6.1.1 for paths and ids. */
export const undefinedProducts = (given: unknown): RuleViolation[] => {
  const document = given as ProductDocument
  const steps = (document.product_tree?.product_paths ?? []).flatMap(stepsOf)
  return missing([...steps, ...namedByIds(document, 'product_ids')], definedProducts(document), 'product id')
}

/** Rule 6.1.4 for ids. */
export const undefinedGroups = (given: unknown): RuleViolation[] => {
  const document = given as ProductDocument
  const groups = new Set(document.product_tree?.product_groups?.map(({ group_id: id }) => id))
  return missing(namedByIds(document, 'group_ids'), groups, 'group id')
}

/** Rule 6.1.27.8 for ids that are for some products: with VEX every product has an id of the vulnerability. */
export const productsWithoutId = (given: unknown): RuleViolation[] => {
  const { document, product_tree: tree, vulnerabilities = [] } = given as ProductDocument
  if (document?.category !== 'csaf_vex') return []
  const groups = new Map(tree?.product_groups?.map((group) => [group.group_id, group.product_ids]))
  return vulnerabilities.flatMap(({ cve, ids = [], product_status: statuses = {} }, at) => {
    const isForAll = ids.some(({ product_ids: some, group_ids: more }) => some === undefined && more === undefined)
    if (cve !== undefined || ids.length === 0 || isForAll) return []
    const covered = new Set(
      ids.flatMap((id) => [
        ...(id.product_ids ?? []),
        ...(id.group_ids ?? []).flatMap((group) => groups.get(group) ?? []),
      ]),
    )
    const open = Object.values(statuses)
      .flat()
      .find((product) => !covered.has(product))
    const message = `no id of the vulnerability is for the product ${JSON.stringify(open)}`
    return open === undefined ? [] : [{ instancePath: `/vulnerabilities/${at}`, message }]
  })
}
