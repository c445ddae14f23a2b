/** What `make` gives, made again only when the version has changed; callers at the same time share one making. */
export function memoizeByVersion<T>(version: () => Promise<unknown>, make: () => Promise<T>): () => Promise<T> {
  let kept: { version: unknown; value: Promise<T> } | null = null
  return async () => {
    const now = await version()
    if (kept !== null && kept.version === now) return kept.value
    const value = make()
    kept = { version: now, value }
    // A failure is not kept: the next caller tries again.
    value.catch(() => (kept = null))
    return value
  }
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
