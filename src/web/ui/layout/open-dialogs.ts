/** How many dialogs are open over the page: what comes by itself waits until none is. */
import { useSyncExternalStore } from 'react'
import { currentItems } from '../../lib/current-items.ts'

const dialogs = currentItems()

/** Counts a dialog that has opened; gives the way to count it off. */
export const countDialog = dialogs.add

/** Whether a dialog is open over the page. */
export const useIsCovered = (): boolean =>
  useSyncExternalStore(
    dialogs.subscribe,
    () => dialogs.count() > 0,
    () => false,
  )
