/** Where each facet is in the panel, and what its options are called. */
import type { Facet, OnFileFacet, Option } from '../../contract/facets.ts'
import { formatNumber } from '../i18n/format.ts'
import type { Words } from '../../words/words.ts'
import type { FilterMessages } from './messages.ts'

/** Facets of which all options are shown. */
export type ListFacet = Exclude<Facet, OnFileFacet>

/** Always in sight, above the platforms: what is attacked and how far the team is come first. */
export const openFacets = ['urgency', 'exploitedBy', 'exploit', 'triage', 'severity'] as const satisfies ListFacet[]

/** Folded until they are opened: their options are counted only then. */
export const foldedFacets = [
  'assignee',
  'ransomware',
  'cvss',
  'epss',
  'exploitability',
  'reach',
  'restart',
  'lab',
  'knownIssues',
  'disclosure',
  'impact',
  'component',
  'cwe',
  'publisher',
  'environment',
  'replaced',
] as const satisfies Facet[]

/** Of a facet with thresholds, the number as people say it. */
const thresholds: Partial<Record<Facet, (number: number) => string>> = {
  cvss: (score) => score.toFixed(1),
  epss: (probability) => `${formatNumber(Number((probability * 100).toFixed(4)))} %`,
}

/** The word for an option, as the facet's own vocabulary has it; what is on file is its own name. */
export function optionName(facet: Facet, option: Option, words: Words, t: FilterMessages): string {
  const say = thresholds[facet]
  if (say !== undefined) return typeof option === 'number' ? t.atLeast(say(option)) : t.unknown
  const vocabularies: Partial<Record<Facet, Partial<Record<Option, string>>>> = words
  return vocabularies[facet]?.[option] ?? String(option)
}
