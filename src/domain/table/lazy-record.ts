/** A record whose values are made when they are first read, and kept. */
export function lazyRecord<K extends string, T>(keys: readonly K[], make: (key: K) => T): Readonly<Record<K, T>> {
  const record = {}
  for (const key of keys) {
    let value: { made: T } | null = null
    Object.defineProperty(record, key, { enumerable: true, get: () => (value ??= { made: make(key) }).made })
  }
  return record as Record<K, T>
}
