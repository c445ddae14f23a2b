/** Product paths, which CSAF 2.1 has in place of relationships: the rules that the library does not hold them to yet. */
import { stepsOf, type ProductDocument } from './product-ids.ts'
import type { DocumentTest, RuleViolation } from './rules.ts'

const names = '/product_tree/full_product_names/'

/** Lets a test of the library see the products that paths define, as products of the flat list. */
export const withPathsAsProducts =
  (test: DocumentTest): DocumentTest =>
  async (document) => {
    const { product_tree: tree } = document as ProductDocument
    const paths = tree?.product_paths ?? []
    if (paths.length === 0) return test(document)
    const flat = tree?.full_product_names ?? []
    const all = [...flat, ...paths.map(({ full_product_name: name }) => name)]
    const found = await test({
      ...(document as object),
      product_tree: { ...tree, full_product_names: all },
    })
    const placed = ({ instancePath, message }: RuleViolation): RuleViolation => {
      const [at = '', ...rest] = instancePath.slice(names.length).split('/')
      const path = instancePath.startsWith(names) ? Number(at) - flat.length : -1
      if (path < 0) return { instancePath, message }
      return { instancePath: ['/product_tree/product_paths', path, 'full_product_name', ...rest].join('/'), message }
    }
    return found.map(placed)
  }

/** Rule 6.1.3 for paths: no path leads back to the product that it defines. */
export const circularPaths = (given: unknown): RuleViolation[] => {
  const paths = (given as ProductDocument).product_tree?.product_paths ?? []
  const byProduct = new Map(paths.map((path, at) => [path.full_product_name.product_id, stepsOf(path, at)]))
  /** Products of which is known that nothing below them leads back. */
  const sound = new Set<string>()
  const found: RuleViolation[] = []
  for (const [start, steps] of byProduct) {
    const open = [{ id: start, steps: [...steps] }]
    const isOnTheWay = new Set([start])
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const step = last.steps.shift()
      const below = step === undefined ? undefined : byProduct.get(step.id)
      if (step === undefined) {
        sound.add(last.id)
        isOnTheWay.delete(last.id)
        open.pop()
      } else if (isOnTheWay.has(step.id)) {
        found.push({ instancePath: step.place, message: 'circular reference' })
      } else if (below !== undefined && !sound.has(step.id)) {
        isOnTheWay.add(step.id)
        open.push({ id: step.id, steps: [...below] })
      }
    }
  }
  return found
}
