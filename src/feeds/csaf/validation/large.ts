/** What the library and its checker judge in time that grows with the square of a document, judged as they do in less. */
import { definedProducts, type ProductDocument } from './product-ids.ts'
import type { Ajv, DocumentTest } from './rules.ts'

/** Below that the square is small. */
const maxProducts = 500

/**
 * Rule 6.1.1: the library looks for each product that is named among all that are defined. Those that are defined become
 * one, which it finds first; the others stay, where they are.
 */
export const withOneProduct =
  (test: DocumentTest): DocumentTest =>
  (document) => {
    const defined = definedProducts(document as ProductDocument)
    const [known] = defined
    if (known === undefined || defined.size <= maxProducts) return test(document)
    const asOne = (value: unknown): unknown => {
      if (typeof value === 'string') return defined.has(value) ? known : value
      if (Array.isArray(value)) return value.map(asOne)
      return typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asOne(inner)]))
        : value
    }
    const { product_tree: tree, vulnerabilities } = document as { product_tree?: object; vulnerabilities?: unknown }
    const { branches: _, ...others } = tree as { branches?: unknown }
    return test({
      ...(document as object),
      product_tree: { ...(asOne(others) as object), full_product_names: [{ product_id: known, name: known }] },
      vulnerabilities: asOne(vulnerabilities),
    })
  }

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Equal values are equal texts, in whatever order the fields of objects are written. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )

type Judge = ((isAsked: boolean, items: readonly unknown[]) => boolean) & { errors?: object[] }

/** The first two equal items of a list; null where there are none. */
function firstPair(items: readonly unknown[]): { i: number; j: number } | null {
  const places = new Map<string, number>()
  for (const [i, item] of items.entries()) {
    const text = textOf(item)
    const j = places.get(text)
    if (j !== undefined) return { i, j }
    places.set(text, i)
  }
  return null
}

/** `uniqueItems`: the checker compares each item of a list with each. */
const areUnique: Judge = (isAsked, items) => {
  const params = isAsked ? firstPair(items) : null
  if (params === null) return true
  areUnique.errors = [{ keyword: 'uniqueItems', params, message: 'must NOT have duplicate items' }]
  return false
}

/** Lets a checker compare the items of lists by their texts; before anything is compiled with it. */
export function compareByText(ajv: Ajv): void {
  ajv.removeKeyword('uniqueItems')
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', errors: true, validate: areUnique })
}
