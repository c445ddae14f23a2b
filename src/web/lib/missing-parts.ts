import { currentItems } from './current-items.ts'

/** What comes behind the first view of a page and could not be loaded: the page stays, and the frame says so once. */
export type MissingPart = {
  error: unknown
  /** Draws it again. */
  reset: () => void
}

const parts = currentItems<MissingPart>()

export const missingParts = parts.all

/** Tells when there is one more or less; gives the way to stop. */
export const onMissingParts = parts.subscribe

/** Gives the way to take it off again. */
export const noteMissing = parts.add
