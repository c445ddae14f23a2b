/** Keeps what there is for now, such as what is under way, and tells when that changes. */
export function currentItems<T = void>() {
  let items: readonly T[] = []
  const listeners = new Set<() => void>()
  const set = (next: readonly T[]) => {
    items = next
    for (const listener of listeners) listener()
  }
  return {
    all: (): readonly T[] => items,
    count: (): number => items.length,
    /** One more; gives the way to take it off again. */
    add: (item: T): (() => void) => {
      set([...items, item])
      return () => set(items.toSpliced(items.indexOf(item), 1))
    },
    /** Gives the way to stop. */
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
