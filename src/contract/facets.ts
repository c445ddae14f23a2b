/**
 * The facets of a filter: what can be chosen of each, and how that is written in an address. Schema, address, filter and
 * panel are made of this one table. It holds no schema, since the first view reads it.
 */
import {
  disclosures,
  environments,
  exploitabilities,
  exploitedByOptions,
  exploits,
  impacts,
  labStates,
  issuesOnFile,
  presences,
  reaches,
  restarts,
  severityOptions,
  triageOptions,
  urgencies,
} from './vocabulary.ts'

/** What can be chosen of a facet. */
export type Option = string | number

export type FacetEntry<O extends Option = Option> = {
  /**
   * `listed`: one of its options. `on-file`: one of its options, or any text that rows have. `number`: one of its options,
   * or any other number.
   */
  kind: 'listed' | 'on-file' | 'number'
  /** In the order of the screen. */
  options: readonly O[]
  /** Alternatives with commas between; a comma inside a text is `%2C`, a percent sign `%25`. */
  pattern: RegExp
}

const separated = (word: string) => new RegExp(`^(${word})(,(${word}))*$`)

const listed = <const O extends Option>(options: readonly O[]): FacetEntry<O> => ({
  kind: 'listed',
  options,
  pattern: separated(options.join('|')),
})

const onFile = (word: string, options: readonly string[] = []): FacetEntry<string> => ({
  kind: 'on-file',
  options,
  pattern: separated(word),
})

/** A number, or a word for those that have none. */
const numbered = <const W extends string>(
  options: readonly (number | W)[],
  number: string,
): FacetEntry<number | W> => ({
  kind: 'number',
  options,
  pattern: separated([number, ...options.filter((option) => typeof option === 'string')].join('|')),
})

/** A text of a document or a person. */
const anyWord = '[^,]{1,300}'

export const facetTable = {
  severity: listed(severityOptions),
  urgency: listed(urgencies),
  /** A platform includes all below it. */
  platform: onFile('[a-z0-9.-]+'),
  /** Who says that it is exploited. */
  exploitedBy: listed(exploitedByOptions),
  exploit: listed(exploits),
  /** Whether ransomware is known to use it. Nobody says that none does. */
  ransomware: listed(['known']),
  disclosure: listed(disclosures),
  impact: listed(impacts),
  /** The largest score that counts. */
  cvss: numbered([9, 7, 4, 'unknown'], String.raw`(10|\d)(\.\d)?`),
  /** The largest probability that it is exploited within 30 days. */
  epss: numbered([0.5, 0.1, 0.01, 'unknown'], String.raw`1|0(\.\d{1,6})?`),
  /** How likely exploitation of any of its vulnerabilities is, as their publisher says. */
  exploitability: listed([...exploitabilities, 'unknown']),
  reach: listed(reaches),
  cwe: onFile(String.raw`CWE-\d{1,6}`),
  component: onFile(anyWord),
  publisher: onFile(anyWord),
  /** What its publisher brought out together: in any release, in none, as the bulletins that ship, or one by its key. */
  release: onFile(String.raw`[^,\s]{1,300}`, ['any', 'none']),
  restart: listed(restarts),
  environment: listed(environments),
  knownIssues: listed(issuesOnFile),
  lab: listed(labStates),
  triage: listed(triageOptions),
  /** Who is assigned: oneself, nobody, anyone at all, or a name. */
  assignee: onFile(anyWord, ['me', 'nobody', 'anyone']),
  /** How many days are left: from one number to another, or at most, those that are over among them; `none`: there is no day to keep. */
  due: numbered<'overdue' | 'none' | `${number}-${number}`>(
    ['overdue', '0-3', '4-14', '15-60', 'none'],
    String.raw`\d{1,4}(-\d{1,4})?`,
  ),
  /** Whether it is to be installed on machines of the fleet, or may affect any of them. */
  mine: listed(['to-install', 'affected', 'not-affected']),
  /** Whether another bulletin on file says that it replaces this one; `no`: none on file does. */
  replaced: listed(presences),
  /** Whether it must not be deployed on some machines now. */
  held: listed(presences),
  /** The kind of a change that is not quiet, after `changedSince` where that is given. */
  changed: onFile('[a-z-]+'),
} as const satisfies Record<string, FacetEntry>

/** The parts of a filter whose options are counted. */
export type Facet = keyof typeof facetTable

/** What can be chosen of one facet. */
export type OptionOf<F extends Facet> = (typeof facetTable)[F] extends FacetEntry<infer O> ? O : never

/** Facets that list what is on file. */
export type OnFileFacet = { [F in Facet]: string extends OptionOf<F> ? F : never }[Facet]

export const facets = Object.keys(facetTable) as Facet[]
