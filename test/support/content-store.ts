import { readContent } from '../../src/server/content.ts'
import { memoryStore } from '../../src/server/store/memory.ts'

/** An in-memory store that holds the bulletins which ship with the product. */
export async function contentStore() {
  const store = memoryStore()
  await store.seed(await readContent())
  return store
}
