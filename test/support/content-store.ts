import { readContent } from '../../src/server/content.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'

/** An in-memory store that holds the bulletins which ship with the product. */
export async function contentStore(now?: () => Date) {
  const store = await storeInMemory(now)
  await store.seed(await readContent())
  return store
}
