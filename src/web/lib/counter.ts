/** Counts what is under way now, and tells when that changes. */
export function counter() {
  let now = 0
  const listeners = new Set<() => void>()
  const add = (by: 1 | -1) => {
    now += by
    for (const listener of listeners) listener()
  }
  return {
    count: (): number => now,
    /** One more; gives the way to take it off again. */
    begin: (): (() => void) => {
      add(1)
      return () => add(-1)
    },
    /** Gives the way to stop. */
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
