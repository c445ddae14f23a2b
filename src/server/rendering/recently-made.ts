/**
 * What was made lately by its key, the `most` that were asked for last. Who asks for what is being made gets the same; what
 * fails is forgotten.
 */
export function recentlyMade<T>(most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const made = new Map<string, Promise<T>>()
  return (key, make) => {
    const value = made.get(key) ?? make()
    // The one that was asked for last is last.
    made.delete(key)
    made.set(key, value)
    value.catch(() => {
      if (made.get(key) === value) made.delete(key)
    })
    for (const oldest of made.keys()) {
      if (made.size <= most) break
      made.delete(oldest)
    }
    return value
  }
}
