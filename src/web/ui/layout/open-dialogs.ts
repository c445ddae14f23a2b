/** How many dialogs stand over the page: what comes by itself waits until none does. */
import { useSyncExternalStore } from 'react'

let open = 0
const listeners = new Set<() => void>()

function count(by: 1 | -1): void {
  open += by
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Counts a dialog that has opened; gives what counts it no more. */
export function countDialog(): () => void {
  count(1)
  return () => count(-1)
}

/** Whether a dialog stands over the page. */
export const useIsCovered = (): boolean => useSyncExternalStore(subscribe, () => open > 0)
