/** Ends of support: those that ship with the product, and newer ones that were imported. */
import { LifecycleProduct, type Lifecycles } from '../contract/lifecycle.ts'
import { supportState } from '../domain/platforms/lifecycle.ts'
import { lifecycleOf } from '../domain/platforms/lifecycle-terms.ts'
import { readLifecycleContent } from './content.ts'
import { teamDay } from './due/team-day.ts'
import { memoizeByVersion } from './memoize.ts'
import type { Store } from './store/store.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

/** The products by their names, of each what is newest. */
async function productsOf({ references }: Pick<Store, 'references'>): Promise<ReadonlyMap<string, LifecycleProduct>> {
  const products = new Map((await readLifecycleContent()).map((product) => [product.product, product]))
  for (const content of await references.ofKind('lifecycle')) {
    const product = LifecycleProduct.parse(content)
    if (product.asOf >= (products.get(product.product)?.asOf ?? '')) products.set(product.product, product)
  }
  return products
}

type Deps = { store: Pick<Store, 'references' | 'platforms' | 'version' | 'due'>; now: () => Date }

/** The platforms on file whose support is known, for today where the team is. */
export function lifecyclesOf({ store, now }: Deps): () => Promise<Lifecycles> {
  const known = memoizeByVersion(store.version, async () => {
    const products = await productsOf(store)
    const platforms: Omit<Lifecycles['platforms'][number], 'state'>[] = []
    for (const [at, platform] of (await store.platforms()).entries()) {
      const found = lifecycleOf(platform, products)
      if (at % 500 === 499) await yieldToEventLoop()
      if (found === null) continue
      const { terms, product } = found
      const source = { title: product.title, url: product.url, asOf: product.asOf }
      platforms.push({ platform: platform.id, terms, source })
    }
    return platforms
  })
  return async () => {
    const [{ today }, platforms] = await Promise.all([teamDay(store, now), known()])
    return {
      today,
      platforms: platforms.map(({ platform, terms, source }) => ({
        platform,
        state: supportState(terms, today),
        terms,
        source,
      })),
    }
  }
}
