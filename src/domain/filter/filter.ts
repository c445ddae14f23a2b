/**
 * One meaning of a filter, for the pages (from memory, with the count of every option) and for the API.
 * Options of one facet are alternatives; facets must all match.
 */
import type { BulletinQuery } from '../../contract/summary.ts'
import type { Exploit, Restart, Severity, UrgencyLevel } from '../../contract/words.ts'

/** Empty lists and an empty text ask for nothing. */
export type Filter = {
  severity: Severity[]
  urgency: UrgencyLevel[]
  exploit: Exploit[]
  restart: Restart[]
  /** A platform stands for all below it. */
  platform: string[]
  q: string
}

/** The parts of a filter whose options are counted. */
export const facets = ['severity', 'urgency', 'exploit', 'restart', 'platform'] as const satisfies (keyof Filter)[]
export type Facet = (typeof facets)[number]

/** What can be chosen of a facet. */
export type Option = string | number

const list = <T extends string>(value: string | undefined) => (value === undefined ? [] : (value.split(',') as T[]))

/** The filter that a validated query stands for. */
export const filterOf = (query: BulletinQuery): Filter => ({
  severity: list(query.severity).map((word) => Number(word) as Severity),
  urgency: list(query.urgency),
  exploit: list(query.exploit),
  restart: list(query.restart),
  platform: list(query.platform),
  q: query.q ?? '',
})
