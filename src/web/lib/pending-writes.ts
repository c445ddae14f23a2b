let underWay = 0
const listeners = new Set<() => void>()

function count(by: 1 | -1): void {
  underWay += by
  for (const listener of listeners) listener()
}

/** How many writes nobody has answered yet. */
export const pendingWrites = (): number => underWay

/** Has it heard when one begins or ends; gives the way to stop. */
export function onPendingWrites(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Counts a write for as long as nobody has answered it. */
export async function countPending<T>(write: Promise<T>): Promise<T> {
  count(1)
  try {
    return await write
  } finally {
    count(-1)
  }
}
