/** How many dialogs are open over the page: what comes by itself waits until none is. */
import { useSyncExternalStore } from 'react'
import { counter } from '../../lib/counter.ts'

const dialogs = counter()

/** Counts a dialog that has opened; gives the way to count it off. */
export const countDialog = dialogs.begin

/** Whether a dialog is open over the page. */
export const useIsCovered = (): boolean =>
  useSyncExternalStore(
    dialogs.subscribe,
    () => dialogs.count() > 0,
    () => false,
  )
