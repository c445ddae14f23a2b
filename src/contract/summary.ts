import * as z from 'zod'
import { Bulletin, PlatformRating, PublishedRollout } from './bulletin.ts'
import { Text } from './text.ts'
import { Outcome, Severity, exploits, restarts, severities, urgencies } from './words.ts'

const {
  id,
  kb,
  title,
  publishedOn,
  updatedOn,
  severity,
  impact,
  urgency,
  exploit,
  disclosure,
  restart,
  uninstall,
  environments,
  supersedes,
} = Bulletin.shape

/** A row of the summary index: all that a card, the filters, the matrix and the estimator need of a bulletin. */
export const Summary = z.object({
  id,
  kb,
  title,
  publishedOn,
  updatedOn,
  severity,
  impact,
  urgency,
  exploit,
  disclosure,
  restart,
  uninstall,
  environments,
  supersedes,
  vulnerabilities: z.array(
    z.object({ id: z.string(), cve: z.nullable(z.string()), title: Text, severity: z.nullable(Severity) }),
  ),
  platforms: z.array(PlatformRating),
  /** Number of test results by outcome; an outcome that never occurred is absent. */
  tests: z.partialRecord(Outcome, z.int()),
  /** Number of known issues. */
  knownIssues: z.int(),
  /** Published rollout times, one per package. */
  rollout: z.array(PublishedRollout),
})
export type Summary = z.infer<typeof Summary>

const alternatives = (words: readonly (string | number)[]) =>
  z
    .string()
    .check(
      z.regex(
        new RegExp(`^(${words.join('|')})(,(${words.join('|')}))*$`),
        `expected one or more of ${words.join(', ')}, separated by commas`,
      ),
    )

export const sortOrders = ['urgency', 'updated', 'id'] as const
export const SortOrder = z.enum(sortOrders)
export type SortOrder = z.infer<typeof SortOrder>

/**
 * The filter as it stands in a URL, of the page and of the API alike: alternatives are separated by
 * commas (`severity=1,2`), different fields must all match. A platform stands for all below it.
 */
export const BulletinQuery = z.object({
  severity: z.optional(alternatives(severities)),
  urgency: z.optional(alternatives(urgencies)),
  exploit: z.optional(alternatives(exploits)),
  restart: z.optional(alternatives(restarts)),
  platform: z.optional(
    z
      .string()
      .check(
        z.regex(/^[a-z0-9.-]+(,[a-z0-9.-]+)*$/, 'expected platforms such as windows-2000.sp3, separated by commas'),
      ),
  ),
  q: z.optional(z.string().check(z.maxLength(200, 'expected at most 200 characters'))),
  sort: z.optional(SortOrder),
})
export type BulletinQuery = z.infer<typeof BulletinQuery>
