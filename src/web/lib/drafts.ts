import type * as z from 'zod'
import { fromJson, persisted } from './persisted.ts'

const prefix = 'hotfix-report.typed '

/** The tab keeps it, and the page even where the browser's storage is full. */
const tab = persisted(() => sessionStorage, 'remember')
const asText = (text: string | null): string => text ?? ''

/**
 * A text that is typed and not sent yet, and how to change it. The tab keeps it under a name: who goes elsewhere, reloads
 * or has to sign in again finds it where it was. Empty once it was sent.
 */
export function useTyped(name: string): readonly [string, (text: string) => void] {
  const key = prefix + name
  return [tab.useValue(key, asText), (next) => tab.keep(key, next)]
}

/** Puts what is left to be sent, if anything, in the place of a text that was sent; but not where something else has been typed since. */
export function leaveOfSent(name: string, sent: string, left: string): void {
  if (asText(tab.textOf(prefix + name)) === sent) tab.keep(prefix + name, left)
}

/** Where more than a text is kept: under which name, and what it is before anything is typed. */
export type DraftPlace<T> = { name: string; empty: T }

/** The same with its shape, by which it is read. */
export type DraftItem<T> = DraftPlace<T> & { schema: z.ZodType<T> }

const parse = <T>({ schema, empty }: DraftItem<T>, text: string | null): T =>
  fromJson(text, (kept) => schema.safeParse(kept).data, empty)

/**
 * What is kept; the same object until it changes. What another version of the product wrote and this one cannot read
 * counts as nothing.
 */
export const readDraft = <T>(item: DraftItem<T>): T => tab.read(prefix + item.name, (text) => parse(item, text))

/** Keeps it as `useTyped` does a text. */
export function saveDraft<T>(item: DraftPlace<T>, value: T): void {
  const text = JSON.stringify(value)
  tab.keep(prefix + item.name, text === JSON.stringify(item.empty) ? '' : text, value)
}

/** What is kept, in step over all components, and how to change it. */
export const useDraftItem = <T>(item: DraftItem<T>): readonly [T, (value: T) => void] => [
  tab.useValue(prefix + item.name, (text) => parse(item, text)),
  (value) => saveDraft(item, value),
]

/** Keeps it no longer, now that it was sent; but for what has been typed since. */
export function clearSentDraft<T>(item: DraftItem<T>, sent: T): void {
  if (readDraft(item) === sent) saveDraft(item, item.empty)
}

/** Whether anything is kept in a place. */
export const hasDraft = ({ name }: { name: string }): boolean => asText(tab.textOf(prefix + name)) !== ''

/** Whether anything is kept. */
export const hasDrafts = (): boolean =>
  tab.keys().some((key) => key.startsWith(prefix) && asText(tab.textOf(key)) !== '')

/** Leaves nothing behind for the next person at this tab. */
export function clearDrafts(): void {
  for (const key of tab.keys()) if (key.startsWith(prefix)) tab.keep(key, '')
}

const typist = 'hotfix-report.typist'

/** Keeps drafts for a person, and clears those of another person; tells whether there were any. */
export function claimDraftsFor(person: string): boolean {
  const before = sessionStorage.getItem(typist)
  if (before === person) return false
  const isOthers = before !== null && hasDrafts()
  if (isOthers) clearDrafts()
  try {
    sessionStorage.setItem(typist, person)
  } catch {
    // Full: whose it is is not known then.
    sessionStorage.removeItem(typist)
  }
  return isOthers
}
