import * as z from 'zod'
import { Due } from './due.ts'
import { summaryFields, PlatformRating, PublishedRollout } from './summary-fields.ts'
import { rowSignalFields } from './signals.ts'
import { tableOf } from './table.ts'
import { searchText } from './limits.ts'
import { anyText, Day, keptNumber, Text } from './text.ts'
import { DocumentStatus, Outcome, ProductStatus, Severity, Sort, Tlp, Triage } from './words.ts'
import { facets, facetTable, type Facet, type FacetEntry } from './facets.ts'

/** A row of the summary index: all that a card, the filters, the matrix and the estimator need of a bulletin. */
export const IndexRow = z.object({
  ...summaryFields,
  vulnerabilities: z.array(
    z.object({ id: z.string(), cve: z.nullable(z.string()), title: Text, severity: z.nullable(Severity) }),
  ),
  /** With the status of those that are not affected, or of which that is not known, where the bulletin gives one. */
  platforms: z.array(z.object({ ...PlatformRating.shape, status: z.optional(ProductStatus) })),
  /** Number of test results by outcome; an outcome that never occurred is absent. */
  tests: z.partialRecord(Outcome, z.int()),
  /** Number of known issues that are open. */
  knownIssues: z.int(),
  /** Of how many pages about known issues nobody has read what they say; absent for none. They are not among those counted. */
  unreadIssues: z.optional(z.int()),
  /** Published rollout times, one per package. */
  rollout: z.array(PublishedRollout),
  /** How final the document is that it comes from; absent means final. */
  status: z.optional(DocumentStatus),
  /** To whom its text may be passed on, where that is said. */
  tlp: z.optional(Tlp),
  /** The keys of the releases that it belongs to, the oldest month first: `2025-06`, `cisa-2025-06`. */
  releases: z.array(z.string()),
  ...rowSignalFields,
})
export type IndexRow = z.infer<typeof IndexRow>

/** The same, how far the team is with it, and until when it is due. */
export const Summary = z.object({
  ...IndexRow.shape,
  triage: Triage,
  /** Until when policy wants it deployed; absent where there is no day to keep: it is done, replaced or not for our machines. */
  due: z.optional(Due),
})
export type Summary = z.infer<typeof Summary>

/** The summary index whole, as columns. A reply may be a part of it. */
export const IndexTable = tableOf(IndexRow.shape)

/** What is expected of facets whose options are not all listed. */
const examples: Partial<Record<Facet, string>> = {
  platform: 'platforms such as windows-2000.sp3',
  cvss: 'the lowest score, from 0 to 10, or unknown',
  epss: 'the lowest probability, from 0 to 1, or unknown',
  cwe: 'kinds of weakness such as CWE-416',
  component: 'names of parts of products',
  publisher: 'names',
  release: 'releases such as 2025-06',
  assignee: 'names',
  due: 'how many days are left at most, a range such as 4-14, overdue, or none',
  changed: 'kinds of change such as exploit-up',
}

function expectedOf(facet: Facet, { kind, options }: FacetEntry): string {
  if (kind === 'listed') return `expected one or more of ${options.join(', ')}, separated by commas`
  const example = examples[facet] ?? 'a value'
  return kind === 'number' ? `expected ${example}` : `expected ${[...options, example].join(', ')}, separated by commas`
}

const alternatives = (facet: Facet, entry: FacetEntry) =>
  z.optional(z.string().check(z.regex(entry.pattern, expectedOf(facet, entry))))

/** A field for each facet. An object made from entries has no names that a type could tell. */
const facetShape = Object.fromEntries(facets.map((facet) => [facet, alternatives(facet, facetTable[facet])])) as Record<
  Facet,
  ReturnType<typeof alternatives>
>

/**
 * The filter as written in a URL, of the page and of the API alike: alternatives are separated by
 * commas (`severity=1,2`), different fields must all match. A platform includes all below it.
 */
export const BulletinQuery = z.object({
  ...facetShape,
  /** The number of an event: bulletins that have changed after it, quiet changes left out. */
  changedSince: z.optional(keptNumber('expected the number of an event')),
  publishedFrom: z.optional(Day),
  publishedTo: z.optional(Day),
  q: z.optional(anyText(searchText)),
  sort: z.optional(Sort),
})
export type BulletinQuery = z.infer<typeof BulletinQuery>
