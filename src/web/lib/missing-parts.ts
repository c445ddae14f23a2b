/** What comes behind the first view of a page and could not be loaded: the page stays, and the frame says so once. */
export type MissingPart = {
  error: unknown
  /** Draws it again. */
  reset: () => void
}

let missing: readonly MissingPart[] = []
const listeners = new Set<() => void>()

function set(next: readonly MissingPart[]): void {
  missing = next
  for (const listener of listeners) listener()
}

export const missingParts = () => missing

/** Gives the way to stop. */
export function onMissingParts(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Gives the way to take it off again. */
export function noteMissing(part: MissingPart): () => void {
  set([...missing, part])
  return () => set(missing.filter((each) => each !== part))
}
