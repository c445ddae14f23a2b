import { currentItems } from './current-items.ts'

const writes = currentItems()

/** How many writes are not answered yet. */
export const pendingWrites = writes.count

/** Tells when a write begins or ends; gives the way to stop. */
export const onPendingWrites = writes.subscribe

/** Counts a write until it is answered. */
export const countPending = <T>(write: Promise<T>): Promise<T> => write.finally(writes.add())
