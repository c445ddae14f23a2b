import { useSyncExternalStore } from 'react'

/** Reads what was kept; null where nothing was. It must not throw. */
type Parse<T> = (text: string | null) => T

/** Reads a text as JSON; `empty` where nothing was kept, or `read` finds something else than it knows. */
export function fromJson<T>(text: string | null, read: (kept: unknown) => T | undefined, empty: T): T {
  if (text === null || text === '') return empty
  try {
    const value = read(JSON.parse(text))
    return value === undefined ? empty : value
  } catch {
    return empty
  }
}

/** What a storage does with a text that it has no room for: `refuse` throws, `remember` has it for as long as the page is open. */
type WhenFull = 'refuse' | 'remember'

/** What a page begins with, before it goes by the storage: `drawn` in its first view, `told` until that is taken over. */
type Begins = { drawn: (key: string) => string | null; told: (key: string) => string | null }

const nothing: Begins = { drawn: () => null, told: () => null }

/** Texts under keys in one of the browser's storages, and values read from them, in step over all components and tabs. */
export function persisted(storage: () => Storage, whenFull: WhenFull, begins: Begins = nothing) {
  const listeners = new Set<() => void>()
  /** What was kept since the page was loaded. */
  const remembered = new Map<string, string>()
  const values = new Map<string, { text: string | null; value: unknown }>()

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    // Other tabs of the same browser.
    window.addEventListener('storage', listener)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', listener)
    }
  }
  /** Null where there is no storage: on a server that renders a page. */
  const textOf = (key: string): string | null =>
    begins.told(key) ?? remembered.get(key) ?? (typeof window === 'undefined' ? null : storage().getItem(key))

  /** The same object until the text changes. */
  function read<T>(key: string, parse: Parse<T>): T {
    const text = textOf(key)
    const known = values.get(key)
    // The map holds what was kept or read under this very key.
    if (known !== undefined && known.text === text) return known.value as T
    const value = parse(text)
    values.set(key, { text, value })
    return value
  }
  function store(key: string, text: string): void {
    if (text === '') storage().removeItem(key)
    else storage().setItem(key, text)
  }
  function storeOrRemember(key: string, text: string): void {
    remembered.set(key, text)
    try {
      store(key, text)
    } catch {
      // Full or forbidden: nothing older may come back in its place.
      storage().removeItem(key)
    }
  }

  return {
    textOf,
    read,
    /** Keeps a text, and what it is read as; an empty one is nothing. */
    keep(key: string, text: string, value?: unknown): void {
      if (value !== undefined) values.set(key, { text, value })
      if (whenFull === 'remember') storeOrRemember(key, text)
      else store(key, text)
      for (const listener of listeners) listener()
    },
    keys: (): string[] => [...new Set([...Object.keys(storage()), ...remembered.keys()])],
    /** What is kept; on a server what it was told of that. */
    useValue: <T>(key: string, parse: Parse<T>): T =>
      useSyncExternalStore(
        subscribe,
        () => read(key, parse),
        () => parse(begins.drawn(key)),
      ),
  }
}
