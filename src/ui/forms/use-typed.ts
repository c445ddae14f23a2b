import { useSyncExternalStore } from 'react'

const prefix = 'hotfix-report.typed '
/** What has been typed since the page was loaded: there even where the browser's storage is full. */
const typed = new Map<string, string>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const read = (key: string): string => typed.get(key) ?? sessionStorage.getItem(key) ?? ''

function keep(key: string, text: string): void {
  typed.set(key, text)
  try {
    if (text === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    // Full or forbidden: it is kept for as long as the page is.
  }
  for (const listener of listeners) listener()
}

/**
 * A text that is typed and not sent yet, and how to change it. The tab keeps it under a name: who goes elsewhere, reloads
 * or has to sign in again finds it where it was. Empty once it was sent.
 */
export function useTyped(name: string): readonly [string, (text: string) => void] {
  const key = prefix + name
  const text = useSyncExternalStore(subscribe, () => read(key))
  return [text, (next) => keep(key, next)]
}

/** Leaves nothing of it behind: somebody else may use the tab then. */
export function forgetTyped(): void {
  const kept = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix))
  for (const key of new Set([...kept, ...typed.keys()])) keep(key, '')
}
