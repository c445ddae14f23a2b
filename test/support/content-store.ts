import { readContent } from '../../src/server/content.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'

const addContent = async (store: Store) => store.seed(await readContent())

/** An in-memory store that holds the bulletins which ship with the product. */
export async function contentStore(now?: () => Date): Promise<Store> {
  if (now === undefined) return storeInMemory(now, addContent)
  // The hour of their coming is part of what it holds.
  const store = await storeInMemory(now)
  await addContent(store)
  return store
}
