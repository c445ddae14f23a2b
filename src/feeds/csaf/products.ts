/** The products of an advisory, as platforms. */
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { formerIdsOf } from '../platforms/former-ids.ts'
import { slug, tidy } from '../platforms/slug.ts'
import { productPlatform } from '../platforms/vendor-product.ts'
import { describedBy, type DescribedProduct, type BranchStep } from './described.ts'
import type { Advisory, Branch, FullProductName, Relationship } from './document.ts'
import { labelOf } from './labels.ts'

/** What a product id means; `component` names the package where the product is another one that has it in it. */
export type Product = { platform: Platform; component: string | null }

/** `former` is the name and the place in the tree that the ids of before were made of. */
type Described = DescribedProduct & { name: string; former: { name: string; path: readonly string[] } }

/** What is said of products, by their ids or by those of their groups. */
type OfProducts = { product_ids?: string[]; group_ids?: string[] }

const components = new Set(['default_component_of', 'optional_component_of', 'external_component_of'])

/** A package by its name; of the digest of a container image as much as people write. */
const packageName = (name: string): string => tidy(name).replaceAll(/(@sha\d+:[0-9a-f]{12})[0-9a-f]+/gi, '$1')

/** All that the branches and the flat list describe, by product id. */
function describedIn(advisory: Advisory): Map<string, Described> {
  const { branches = [], full_product_names: flat = [] } = advisory.product_tree ?? {}
  const found = new Map<string, Described>()
  const add = (product: FullProductName, path: readonly BranchStep[], above: readonly BranchStep[]) => {
    const former = { name: product.name, path: above.map(({ name }) => name) }
    found.set(product.product_id, { ...describedBy(advisory, product, path), name: tidy(product.name), former })
  }
  const visit = ({ category, name, branches: below = [], product }: Branch, above: readonly BranchStep[]) => {
    const path = [...above, { category, name }]
    if (product !== undefined) add(product, path, above)
    for (const branch of below) visit(branch, path)
  }
  for (const branch of branches) visit(branch, [])
  for (const product of flat) add(product, [], [])
  tellApart([...found.values()])
  return found
}

/** Products of two families that go by one name and version are told apart by their families. */
function tellApart(described: readonly Described[]): void {
  const keyOf = ({ vendor, line, version, variant }: Described) =>
    JSON.stringify([vendor, line, version, variant]).toLowerCase()
  for (const alike of Map.groupBy(described, keyOf).values()) {
    if (alike.length === 1 || new Set(alike.map(({ above }) => slug(above))).size === 1) continue
    for (const each of alike.filter(({ above }) => above !== '')) {
      each.label = labelOf(each.above, [each.line, each.version ?? '', each.variant ?? ''])
      each.line = `${each.above} ${each.line}`
    }
  }
}

const given = (parts: readonly (string | null | undefined)[]): string[] => parts.flatMap((part) => part || [])

/** One product on another is at home with that other one; on Windows it is at home with its own like. */
function installed(own: Described, host: Described, { full_product_name: { name } }: Relationship): Described {
  const { kind } = productPlatform(host)
  const [home, other] = kind === 'server' || kind === 'client' ? [own, host] : [host, own]
  const { family, version, variant } = productPlatform(other)
  const others = given([family, version, variant])
  return {
    ...home,
    name: tidy(name),
    variant: given([home.variant, ...others]).join(' '),
    label: labelOf(home.line, given([home.version, home.variant, ...others])),
    former: { name, path: [] },
  }
}

type Resolved = { described: Described; component: string | null }

/** Deeper than any real chain of a package in a module in a product. */
const longestChain = 50

/** Finds what a product id means: itself, or the product that a package is a component of. */
function resolverOf(advisory: Advisory): (id: string) => Resolved | undefined {
  const found = new Map<string, Resolved>()
  for (const [id, described] of describedIn(advisory)) found.set(id, { described, component: null })
  const relations = new Map(
    advisory.product_tree?.relationships?.map((relation) => [relation.full_product_name.product_id, relation]),
  )
  const resolve = (id: string, length: number): Resolved | undefined => {
    const relation = relations.get(id)
    if (found.has(id) || relation === undefined || length > longestChain) return found.get(id)
    const own = resolve(relation.product_reference, length + 1)
    const host = resolve(relation.relates_to_product_reference, length + 1)
    if (own === undefined || host === undefined) return undefined
    const resolved = components.has(relation.category)
      ? { described: host.described, component: packageName(own.component ?? own.described.name) }
      : { described: installed(own.described, host.described, relation), component: null }
    found.set(id, resolved)
    return resolved
  }
  return (id) => resolve(id, 0)
}

/** The products of an advisory by their ids, and what is said of several. */
export class Products {
  readonly #resolve: (id: string) => Resolved | undefined
  readonly #groups: ReadonlyMap<string, readonly string[]>
  readonly #platforms = new Map<Described, Platform>()

  constructor(advisory: Advisory) {
    this.#resolve = resolverOf(advisory)
    this.#groups = new Map(advisory.product_tree?.product_groups?.map((each) => [each.group_id, each.product_ids]))
  }

  get(id: string): Product | undefined {
    const resolved = this.#resolve(id)
    return resolved && { platform: this.#platformOf(resolved.described), component: resolved.component }
  }

  #platformOf(described: Described): Platform {
    const known = this.#platforms.get(described)
    if (known !== undefined) return known
    const platform = productPlatform(described)
    const formerIds = formerIdsOf(described.former).filter((id) => id !== platform.id)
    const made = { ...platform, ...(formerIds.length > 0 && { formerIds }) }
    this.#platforms.set(described, made)
    return made
  }

  /** The ids of the products that something is said of; null where it is said of all. */
  named({ product_ids: ids, group_ids: groups }: OfProducts): string[] | null {
    if (ids === undefined && groups === undefined) return null
    return [...new Set([...(ids ?? []), ...(groups ?? []).flatMap((group) => this.#groups.get(group) ?? [])])]
  }

  /** The ids of the platforms of products, each once. */
  platformsOf(ids: readonly string[]): PlatformId[] {
    return [...new Set(ids.flatMap((id) => this.get(id)?.platform.id ?? []))]
  }

  /** The platforms that were looked up, each once; of products that share one, with all former ids. */
  mentioned(): Platform[] {
    const alike = Map.groupBy(this.#platforms.values(), ({ id }) => id)
    return [...alike.values()].flatMap(([first, ...others]) => {
      if (first === undefined) return []
      const formerIds = [...new Set([first, ...others].flatMap((each) => each.formerIds ?? []))]
      return [{ ...first, ...(formerIds.length > 0 && { formerIds }) }]
    })
  }
}
