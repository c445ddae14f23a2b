/** What every importer gives: bytes in, bulletins and problems out. */
import type { Bulletin } from '../contract/bulletin.ts'
import type { RefusalReason } from '../contract/imports.ts'
import type { Platform } from '../contract/platform.ts'
import type { DocumentVersion } from '../domain/revisions/document-version.ts'

/**
 * Why something was refused: where in the document, by which rule of a standard, and in words what to do. With a
 * `reason` a screen can tell it in its own words; `seems` is what the document seems to be.
 */
export type FeedProblem = {
  place: string
  rule: string | null
  message: string
  reason?: RefusalReason
  seems?: string
}

/** A document as read. With a problem in it, it is refused whole: `bulletins` and `platforms` are then empty. */
export type Imported = {
  /** Null for bulletins in our own shape: each of them is its own document. */
  document: DocumentVersion | null
  platforms: Platform[]
  bulletins: Bulletin[]
  problems: FeedProblem[]
  /** How many problems were found, where that is more than are listed. */
  problemCount?: number
  /** What is odd about it and is no reason to refuse it. */
  warnings: FeedProblem[]
}

/** A document that cannot be read, and where it stops making sense. */
export class Unreadable extends Error {
  readonly place: string
  constructor(place: string, message: string) {
    super(message)
    this.place = place
  }
}

/** A document that is refused, for all these reasons. */
export const refusedFor = (problems: FeedProblem[]): Imported => ({
  document: null,
  platforms: [],
  bulletins: [],
  problems,
  warnings: [],
})

const refused = (place: string, message: string, rule: string | null = null): Imported =>
  refusedFor([{ place, rule, message }])

/** Runs an importer; a document that cannot be read becomes a problem of its own. */
export async function runImporter(read: () => Imported | Promise<Imported>): Promise<Imported> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.place, error.message)
    throw error
  }
}
