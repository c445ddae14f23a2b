/** Keeps the ends of support of a product. */
import type { DocumentReport } from '../../contract/imports.ts'
import type { LifecycleProduct } from '../../contract/lifecycle.ts'
import type { Origin, Store } from '../store/store.ts'

/** Keeps them unless newer ones are on file, and tells what became of them. */
export async function saveLifecycle(
  store: Pick<Store, 'references'>,
  content: LifecycleProduct,
  who: string,
  origin: Origin,
): Promise<Pick<DocumentReport, 'saved' | 'catalogue' | 'stored'>> {
  const { product, asOf, cycles } = content
  const document = { key: `lifecycle ${product}`, order: [{ moment: asOf }] }
  const reference = { document, kind: 'lifecycle' as const, subject: product, content }
  const { saved, outcome } = await store.references.save(reference, who, origin)
  return { saved, catalogue: outcome, ...(outcome !== 'older' && { stored: { entries: cycles.length } }) }
}
