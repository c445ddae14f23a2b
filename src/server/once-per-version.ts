import type { BulletinStore } from './store/store.ts'

/** What `make` gives, made again only when the store has changed; callers at the same time share one making. */
export function oncePerVersion<T>(store: Pick<BulletinStore, 'version'>, make: () => Promise<T>): () => Promise<T> {
  let kept: { version: number; value: Promise<T> } | null = null
  return async () => {
    const version = await store.version()
    if (kept?.version !== version) {
      const value = make()
      kept = { version, value }
      // A failure is not kept: the next caller tries again.
      value.catch(() => (kept = null))
    }
    return kept.value
  }
}
