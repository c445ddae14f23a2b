/** What a page begins with: on a server the request under way, in a browser what the document holds, else nothing. */
import { startTransition, useEffect, useState, useSyncExternalStore } from 'react'
import type { FirstView, Visit } from '../../contract/first-view.ts'

type Source = {
  visit: Visit
  /** The answer to a call of the API; null where it has to be asked for. */
  answer: (address: string) => Promise<unknown> | null
  /** Told of a part of the page whose code comes by itself, when it is drawn. */
  note?: (part: string) => void
}

let current: () => Source | null = () => null
let isOwn = true
const own = Promise.withResolvers<void>()

/** From where pages begin that are not their browser's own yet; called before anything is read or drawn. */
export function beginFrom(find: () => Source): void {
  current = find
  isOwn = false
}

/** In a browser: with what the server has rendered. */
export function beginFromDocument({ visit, answers }: FirstView): void {
  let given = answers
  beginFrom(() => ({ visit, answer: (address) => (address in given ? Promise.resolve(given[address]) : null) }))
  void own.promise.then(() => (given = {}))
}

/** From now on the page goes by what its browser knows, and asks the server. */
export function takeOverPage(): void {
  isOwn = true
  own.resolve()
}

/** Fulfilled once the page is its browser's own; on a server never. What the first view does without waits for it. */
export const whenTakenOver = async (): Promise<void> => (isOwn ? undefined : own.promise)

/** For whom the first view was rendered; null where it was not. */
export const renderedFor = (): Visit | null => current()?.visit ?? null

/** The same until the page has been taken over. */
export const beginsWith = (): Visit | null => (isOwn ? null : renderedFor())

/** What the first view was given in answer to a call; null where it has to be asked for. */
export const givenAnswer = (address: string): Promise<unknown> | null => current()?.answer(address) ?? null

/** Notes that a part of the page is in its first view. */
export const noteDrawn = (part: string): void => current()?.note?.(part)

const neverTells = () => no
const no = () => false
const yes = () => true
const isOwnNow = () => isOwn

/** Whether a part is drawn as the server did: by it, or where a browser takes over what it has drawn, however late. */
export const useIsFirstView = (): boolean => useSyncExternalStore(neverTells, no, yes)

/** Whether more than the first view may be drawn: not by a server, nor while a browser takes over what it has drawn. */
export function useIsTakenOver(): boolean {
  // A part of the page may be drawn for the first time after the rest is the browser's own: then, too, as the server did.
  const isLate = useSyncExternalStore(neverTells, no, isOwnNow)
  const [isTakenOver, setTakenOver] = useState(isOwn && !isLate)
  useEffect(() => {
    // What comes behind the first view is drawn by the way: a key is answered before it.
    if (!isTakenOver) void whenTakenOver().then(() => startTransition(() => setTakenOver(true)))
  }, [isTakenOver])
  return isTakenOver
}
