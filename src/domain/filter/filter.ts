/**
 * One meaning of a filter, for the pages (from memory, with the count of every option) and for the API.
 * Options of one facet are alternatives; facets must all match.
 */
import type { BulletinQuery } from '../../contract/summary.ts'
import type {
  Disclosure,
  Environment,
  Exploit,
  Impact,
  LabState,
  Presence,
  Restart,
  SeverityOption,
  TriageOption,
  UrgencyLevel,
} from '../../contract/words.ts'

/** What is chosen of each facet. An empty list asks for nothing. */
type Choices = {
  severity: SeverityOption[]
  urgency: UrgencyLevel[]
  /** A platform includes all below it. */
  platform: string[]
  exploit: Exploit[]
  disclosure: Disclosure[]
  impact: Impact[]
  restart: Restart[]
  environment: Environment[]
  knownIssues: Presence[]
  lab: LabState[]
  triage: TriageOption[]
  /** Whether a bulletin on file replaces it. */
  replaced: Presence[]
}

/** Days are inclusive; null is an open end. An empty text asks for nothing. */
export type Filter = Choices & { publishedFrom: string | null; publishedTo: string | null; q: string }

/** The parts of a filter whose options are counted. */
export type Facet = keyof Choices
export const facets = [
  'severity',
  'urgency',
  'platform',
  'exploit',
  'disclosure',
  'impact',
  'restart',
  'environment',
  'knownIssues',
  'lab',
  'triage',
  'replaced',
] as const satisfies Facet[]

/** What can be chosen of a facet. */
export type Option = string | number

const list = <T extends string>(value: string | undefined) => (value === undefined ? [] : (value.split(',') as T[]))

/** The filter of a validated query. */
export const filterOf = (query: BulletinQuery): Filter => ({
  severity: list(query.severity).map((word) => (word === 'unrated' ? word : (Number(word) as SeverityOption))),
  urgency: list(query.urgency),
  platform: list(query.platform),
  exploit: list(query.exploit),
  disclosure: list(query.disclosure),
  impact: list(query.impact),
  restart: list(query.restart),
  environment: list(query.environment),
  knownIssues: list(query.knownIssues),
  lab: list(query.lab),
  triage: list(query.triage),
  replaced: list(query.replaced),
  publishedFrom: query.publishedFrom ?? null,
  publishedTo: query.publishedTo ?? null,
  q: query.q ?? '',
})
