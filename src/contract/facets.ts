/**
 * The facets of a filter: what can be chosen of each, and how that is written in an address. Schema, address, filter and
 * panel are made of this one table. It holds no schema, since the first view reads it.
 */
import {
  disclosures,
  environments,
  exploits,
  impacts,
  labStates,
  presences,
  restarts,
  severityOptions,
  triageOptions,
  urgencies,
} from './vocabulary.ts'

/** What can be chosen of a facet. */
export type Option = string | number

export type FacetEntry<O extends Option = Option> = {
  /**
   * `listed`: one of its options. `on-file`: one of its options, or any text that rows have. `at-least`: a number, of which
   * its options are the usual ones, or `unknown`.
   */
  kind: 'listed' | 'on-file' | 'at-least'
  /** In the order of the screen. */
  options: readonly O[]
  /** Alternatives with commas between; a comma inside a text is `%2C`, a percent sign `%25`. */
  pattern: RegExp
  /** What it says of a value that it refuses. */
  expected: string
}

const separated = (word: string) => new RegExp(`^(${word})(,(${word}))*$`)

const listed = <const O extends Option>(options: readonly O[]): FacetEntry<O> => ({
  kind: 'listed',
  options,
  pattern: separated(options.join('|')),
  expected: `expected one or more of ${options.join(', ')}, separated by commas`,
})

const onFile = (word: string, example: string, options: readonly string[] = []): FacetEntry<string> => ({
  kind: 'on-file',
  options,
  pattern: separated(word),
  expected: `expected ${[...options, example].join(', ')}, separated by commas`,
})

/** A text of a document or a person. */
const anyWord = '[^,]{1,300}'

export const facetTable = {
  severity: listed(severityOptions),
  urgency: listed(urgencies),
  /** A platform includes all below it. */
  platform: onFile('[a-z0-9.-]+', 'platforms such as windows-2000.sp3'),
  exploit: listed(exploits),
  disclosure: listed(disclosures),
  impact: listed(impacts),
  restart: listed(restarts),
  environment: listed(environments),
  knownIssues: listed(presences),
  lab: listed(labStates),
  triage: listed(triageOptions),
  /** Who is assigned: oneself, nobody, anyone at all, or a name. */
  assignee: onFile(anyWord, 'names', ['me', 'nobody', 'anyone']),
  /** Whether another bulletin on file says that it replaces this one; `no`: none on file does. */
  replaced: listed(presences),
} as const satisfies Record<string, FacetEntry>

/** The parts of a filter whose options are counted. */
export type Facet = keyof typeof facetTable

/** What can be chosen of one facet. */
export type OptionOf<F extends Facet> = (typeof facetTable)[F] extends FacetEntry<infer O> ? O : never

/** Facets that list what is on file. */
export type OnFileFacet = { [F in Facet]: string extends OptionOf<F> ? F : never }[Facet]

export const facets = Object.keys(facetTable) as Facet[]
