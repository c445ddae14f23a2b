import * as z from 'zod'
import { DocumentProblem, ImportTotals } from './imports.ts'
import { sourceAddress, sourceTitle } from './limits.ts'
import { atMost, Day } from './text.ts'

/** How often a source may be looked at, in hours. */
export const intervals = [1, 6, 24, 168] as const

export const SourceId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected an id such as cisa-csaf'))

/** Where a source is. */
const Address = z
  .url('expected an address')
  .check(z.regex(/^https?:/, 'expected an http(s) address'), atMost(sourceAddress))

/** Everybody who may look sees the address of a source: it holds no name and no password. */
const isWithoutCredentials = (address: string): boolean => {
  const url = URL.parse(address)
  return url === null || (url.username === '' && url.password === '')
}

/** What a person sets of a source. */
export const SourceSettings = z.object({
  title: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'expected a name'),
      atMost(sourceTitle),
      z.regex(/^\P{Cc}*$/u, 'expected a name without control characters'),
    ),
  /** Microsoft's list of months, a CSAF provider (metadata, ROLIE feed or directory), the list of exploited vulnerabilities, or any one document. */
  url: Address.check(z.refine(isWithoutCredentials, 'expected an address without a name and a password in it')),
  isOn: z.boolean(),
  everyHours: z.literal(intervals),
  /** Documents that were last revised before this day are left alone; null for all. */
  since: z.nullable(Day),
})
export type SourceSettings = z.infer<typeof SourceSettings>

/**
 * Why a look ended before everything was looked at, though nothing was wrong: its source was switched off or is another now,
 * or it took as long as one may. What is left comes with the next one.
 */
export const lookEnds = ['switched-off', 'changed', 'time'] as const

/** One look at a source. Runs that were kept earlier lack what is optional. */
export const SourceRun = z.object({
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /**
   * `partly`: something was refused or could not be fetched, and was not told of before; or the look was ended. `failed`:
   * it broke off, and `message` says why.
   */
  outcome: z.enum(['changed', 'unchanged', 'partly', 'failed']),
  /** Why the look broke off; null where it did not. */
  message: z.nullable(z.string()),
  /** The same in a word, and of what, where a screen can tell it in its own; as those of a problem. */
  reason: z.optional(z.string()),
  seems: z.optional(z.string()),
  ended: z.optional(z.enum(lookEnds)),
  /** Documents read, and those that nothing new is known of. */
  fetched: z.int(),
  skipped: z.int(),
  totals: ImportTotals,
  /** Entries of catalogues that were stored, whether or not they concern a bulletin on file. */
  stored: z.optional(z.int()),
  /** The first hundred at most, of `problemCount`; `place` begins with the document. */
  problems: z.array(DocumentProblem),
  problemCount: z.optional(z.int()),
  /** What an earlier look has told of, and what is still so: the first hundred at most, of `knownProblemCount`. */
  knownProblems: z.optional(z.array(DocumentProblem)),
  knownProblemCount: z.optional(z.int()),
  /** What is odd and has kept nothing out: the first hundred at most. */
  warnings: z.optional(z.array(DocumentProblem)),
  /** Documents and lists that are listed beyond what a look takes. */
  leftOut: z.optional(z.int()),
})
export type SourceRun = z.infer<typeof SourceRun>

/** An address that is fetched on a schedule or on demand. */
export const Source = z.object({
  id: SourceId,
  ...SourceSettings.shape,
  url: Address,
  /** Ships with the product: it can be switched off, and not deleted. */
  isShipped: z.boolean(),
  isRunning: z.boolean(),
  lastRun: z.nullable(SourceRun),
  /** Null while it is switched off. */
  nextRunAt: z.nullable(z.iso.datetime()),
})
export type Source = z.infer<typeof Source>

/**
 * What only this source has brought: how many bulletins its documents speak of, and how many entries of the
 * catalogue of exploited vulnerabilities.
 */
export const SourceContents = z.object({ bulletins: z.int(), entries: z.int() })
export type SourceContents = z.infer<typeof SourceContents>
