import { memoizeByVersion } from './memoize-by-version.ts'

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
