/** Releases: what a publisher brought out together. */
import * as z from 'zod'
import { Day } from './text.ts'

export const ReleaseMonth = z.string().check(z.regex(/^\d{4}-\d{2}$/, 'expected a month such as 2025-06'))

/** How many bulletins have each severity for the worst platform that they name. */
export const SeverityCounts = z.object({ 1: z.int(), 2: z.int(), 3: z.int(), 4: z.int(), unrated: z.int() })
export type SeverityCounts = z.infer<typeof SeverityCounts>

/** All numbers count the bulletins that the filter `release` finds for the key. */
export const Release = z.object({
  key: z.string(),
  publisher: z.string(),
  month: ReleaseMonth,
  /** The second Tuesday of the month; null for other publishers than Microsoft. */
  patchTuesday: z.nullable(Day),
  /**
   * The days other than Patch Tuesday on which KBs of the month came out: a month tells no day of a KB, so those on which its
   * vulnerabilities were published, where none was on the day of the month.
   */
  outOfBand: z.array(Day),
  /** The first day of publication, and the last of an update. */
  publishedOn: Day,
  updatedOn: Day,
  count: z.int(),
  severities: SeverityCounts,
})
export type Release = z.infer<typeof Release>

export const ReleaseList = z.object({
  /** The latest month of which a monthly document was read; where there is none, the latest of all. Null without a release. */
  newest: z.nullable(z.string()),
  /** The newest month first; of one month Microsoft's comes first. */
  releases: z.array(Release),
  /** How many bulletins are in no release, such as those that ship. */
  unreleased: z.int(),
})
export type ReleaseList = z.infer<typeof ReleaseList>
