/**
 * What was made by its key, the `most` that were asked for last: made again only when its version is another one. Callers at
 * the same time share one making, and a failure is not kept.
 */
export function memoizeByKey<K, T>(most: number) {
  const kept = new Map<K, { version: unknown; value: Promise<T> }>()
  return (key: K, make: () => Promise<T>, version: unknown = null): Promise<T> => {
    const known = kept.get(key)
    const entry = known !== undefined && known.version === version ? known : { version, value: make() }
    // The one that was asked for last is last.
    kept.delete(key)
    kept.set(key, entry)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    if (entry !== known)
      entry.value.catch(() => {
        if (kept.get(key) === entry) kept.delete(key)
      })
    return entry.value
  }
}

/** What `make` gives, made again only when the version has changed. */
export function memoizeByVersion<T>(version: () => Promise<unknown>, make: () => Promise<T>): () => Promise<T> {
  const kept = memoizeByKey<null, T>(1)
  return async () => kept(null, make, await version())
}

/**
 * What `make` gave last. Where the version has changed since, it is made again; meanwhile callers have what was before, which
 * says itself of which version it is.
 */
export function latestMade<T>(version: () => Promise<unknown>, make: () => Promise<T>): () => Promise<T> {
  const newest = memoizeByVersion(version, make)
  let ready: T | null = null
  return async () => {
    const made = newest().then((value) => (ready = value))
    if (ready === null) return made
    // The next caller tries again.
    made.catch(() => {})
    return ready
  }
}
