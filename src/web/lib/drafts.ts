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

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Where nothing can be kept, nothing is.
  }
}

function keep(key: string, text: string): void {
  typed.set(key, text)
  try {
    if (text === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    // Full or forbidden: it is kept for as long as the page is, and nothing older in its place.
    forget(key)
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

/** Puts what is left to be sent, if anything, in the place of a text that was sent; but not where something else has been typed since. */
export function leaveOfSent(name: string, sent: string, left: string): void {
  if (read(prefix + name) === sent) keep(prefix + name, left)
}

/** What is more than a text: under which name, in which shape, and what it is before anything is typed. */
export type DraftItem<T> = { name: string; schema: z.ZodType<T>; empty: T }

/** By key, what a text was read as. */
const values = new Map<string, { text: string; value: unknown }>()

function parse<T>({ schema, empty }: DraftItem<T>, text: string): T {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? empty
  } catch {
    return empty
  }
}

/**
 * What is kept; the same object until it changes. What another version of the product wrote and this one cannot read
 * counts as nothing.
 */
export function readDraft<T>(item: DraftItem<T>): T {
  const key = prefix + item.name
  const text = read(key)
  const known = values.get(key)
  // The map holds what was kept or read under this very key.
  if (known?.text === text) return known.value as T
  const value = parse(item, text)
  values.set(key, { text, value })
  return value
}

/** Keeps it as `useTyped` does a text. */
export function saveDraft<T>(item: DraftItem<T>, value: T): void {
  const key = prefix + item.name
  const json = JSON.stringify(value)
  const text = json === JSON.stringify(item.empty) ? '' : json
  values.set(key, { text, value })
  keep(key, text)
}

/** What is kept, in step over all components, and how to change it. */
export function useDraftItem<T>(item: DraftItem<T>): readonly [T, (value: T) => void] {
  return [useSyncExternalStore(subscribe, () => readDraft(item)), (value) => saveDraft(item, value)]
}

/** Keeps it no longer, now that it was sent; but for what has been typed since. */
export function clearSentDraft<T>(item: DraftItem<T>, sent: T): void {
  if (readDraft(item) === sent) saveDraft(item, item.empty)
}

const keys = () => [...new Set([...Object.keys(sessionStorage), ...typed.keys()])]

/** Whether anything is kept. */
export const hasDrafts = (): boolean => keys().some((key) => key.startsWith(prefix) && read(key) !== '')

/** Leaves nothing of it behind: somebody else may use the tab then. */
export function clearDrafts(): void {
  for (const key of keys()) if (key.startsWith(prefix)) keep(key, '')
}

const typist = 'hotfix-report.typist'

/** Keeps what is typed for a person, and forgets what somebody else has typed; gives whether they had. */
export function claimDraftsFor(person: string): boolean {
  const before = sessionStorage.getItem(typist)
  if (before === person) return false
  const isOthers = before !== null && hasDrafts()
  if (isOthers) clearDrafts()
  try {
    sessionStorage.setItem(typist, person)
  } catch {
    // Full: whose it is is not known then.
    forget(typist)
  }
  return isOthers
}
