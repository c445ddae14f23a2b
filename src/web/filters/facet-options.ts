/** The facets that are plain lists: where each is, and what its options are called. */
import type { Facet, OnFileFacet, Option } from '../../contract/facets.ts'
import type { Words } from '../i18n/words.ts'

export type ListFacet = Exclude<Facet, OnFileFacet>

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
export function optionName(words: Words, facet: Exclude<Facet, 'platform'>, option: Option): string {
  const vocabulary: Partial<Record<Option, string>> = words[facet]
  return vocabulary[option] ?? String(option)
}
