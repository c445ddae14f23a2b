/** The facets that are plain lists, each with its options in the order of the screen. */
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
} from '../../contract/vocabulary.ts'
import type { Facet, Option } from '../../domain/filter/filter.ts'
import type { Words } from '../i18n/words.ts'

export type ListFacet = Exclude<Facet, 'platform'>

export const facetOptions = {
  severity: severityOptions,
  urgency: urgencies,
  exploit: exploits,
  disclosure: disclosures,
  impact: impacts,
  restart: restarts,
  environment: environments,
  knownIssues: presences,
  lab: labStates,
  triage: triageOptions,
  replaced: presences,
} satisfies Record<ListFacet, readonly Option[]>

/** Always in sight, before and after the platforms. */
export const firstFacets = ['severity', 'urgency'] as const satisfies ListFacet[]
export const secondFacets = ['exploit', 'restart'] as const satisfies ListFacet[]

/** Folded away until one of them is wanted. */
export const furtherFacets = [
  'lab',
  'knownIssues',
  'disclosure',
  'impact',
  'environment',
  'triage',
  'replaced',
] as const satisfies ListFacet[]

/** The word for an option, as the facet's own vocabulary has it. */
export function optionName(words: Words, facet: ListFacet, option: Option): string {
  const vocabulary: Partial<Record<Option, string>> = words[facet]
  return vocabulary[option] ?? String(option)
}
