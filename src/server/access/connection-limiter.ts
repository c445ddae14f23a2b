/** How many of something are open at once, by whose they are. */
export function openAtOnce() {
  const open = new Map<string, number>()
  return {
    /** Counts one more; false where there are as many as there may be. */
    enter(key: string, most: number): boolean {
      const count = open.get(key) ?? 0
      if (count >= most) return false
      open.set(key, count + 1)
      return true
    },
    leave(key: string): void {
      const count = (open.get(key) ?? 0) - 1
      if (count > 0) open.set(key, count)
      else open.delete(key)
    },
  }
}
