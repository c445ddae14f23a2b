/** How the summary index is sent: whole, by parts, or only what has changed. */
import * as z from 'zod'
import { BulletinId } from './summary-fields.ts'
import { PlatformCount, PlatformId } from './platform.ts'
import { keptNumber } from './text.ts'
import { IndexRow } from './summary.ts'
import { tableFields } from './table.ts'

/**
 * - `filter`: what filters, orders and cards read, without titles; of vulnerabilities only how many there are.
 * - `titles`: each title as a reader of `language` sees it: in that language, else the other one, else as published.
 * - `rest`: all that the two parts before do not have.
 *
 * The rows of all parts of one `version` are the same bulletins in the same order.
 */
export const indexParts = ['filter', 'titles', 'rest'] as const
export type IndexPart = (typeof indexParts)[number]

export const IndexQuery = z.object({
  part: z.optional(z.enum(indexParts)),
  /** In which language the titles are, or were: of the parts `titles` and `rest`; Japanese, unless it is said. */
  language: z.optional(z.enum(['ja', 'en'])),
  /** Only the rows that have changed after this version, with all their columns. */
  since: z.optional(keptNumber('expected the version of an index')),
})

/**
 * The summary index as columns, the rows in the order of their ids. How far the team is comes apart from it: it changes
 * far more often.
 */
export const IndexReply = z.object({
  /** The number of the last change that is in it. */
  version: z.int(),
  ...tableFields(IndexRow.shape, 'part'),
  /** After which version the rows have changed that are here. Absent where all rows are here: also where that was too long ago. */
  since: z.optional(z.int()),
  /** The bulletins that are gone since; absent where none is. */
  removed: z.optional(z.array(BulletinId)),
  /** The rows of `GET /api/platforms` that have changed since; absent where none has. */
  platforms: z.optional(z.array(PlatformCount)),
  /** Its ids in order, where rows have come, gone or moved since. */
  platformIds: z.optional(z.array(PlatformId)),
})
export type IndexReply = z.infer<typeof IndexReply>
