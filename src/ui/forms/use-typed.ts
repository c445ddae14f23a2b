import { useSyncExternalStore } from 'react'
import type * as z from 'zod'

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

/** What is more than a text: under which name, in which shape, and what it is before anything is typed. */
export type TypedItem<T> = { name: string; schema: z.ZodType<T>; empty: T }

/** What is kept. What another version of the product wrote and this one cannot read counts as nothing. */
export function readTyped<T>({ name, schema, empty }: TypedItem<T>): T {
  try {
    return schema.safeParse(JSON.parse(read(prefix + name))).data ?? empty
  } catch {
    return empty
  }
}

/** Keeps it as `useTyped` does a text. */
export function keepTyped<T>({ name, empty }: TypedItem<T>, value: T): void {
  const [text, nothing] = [JSON.stringify(value), JSON.stringify(empty)]
  keep(prefix + name, text === nothing ? '' : text)
}

const keys = () => [...new Set([...Object.keys(sessionStorage), ...typed.keys()])]

/** Whether anything is kept. */
export const hasTyped = (): boolean => keys().some((key) => key.startsWith(prefix) && read(key) !== '')

/** Leaves nothing of it behind: somebody else may use the tab then. */
export function forgetTyped(): void {
  for (const key of keys()) if (key.startsWith(prefix)) keep(key, '')
}

const typist = 'hotfix-report.typist'

/** Keeps what is typed for a person, and forgets what somebody else has typed; gives whether they had. */
export function keepTypedFor(person: string): boolean {
  const before = sessionStorage.getItem(typist)
  if (before === person) return false
  sessionStorage.setItem(typist, person)
  const isOthers = before !== null && hasTyped()
  if (isOthers) forgetTyped()
  return isOthers
}
