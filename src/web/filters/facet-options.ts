/** Where each facet is in the panel, and what its options are called. */
import type { Facet, OnFileFacet, Option } from '../../contract/facets.ts'
import type { Language } from '../i18n/language.tsx'
import { formatNumber } from '../i18n/format.ts'
import type { Words } from '../../words/words.ts'
import { lateNames } from './late-names.ts'
import type { FilterMessages } from './messages.ts'

/** Facets of which all options are shown. */
export type ListFacet = Exclude<Facet, OnFileFacet>

/** Always in sight, above the platforms: what is attacked and how far the team is come first. */
export const openFacets = [
  'exploit',
  'exploitedBy',
  'due',
  'triage',
  'severity',
  'urgency',
] as const satisfies ListFacet[]

/** Folded until they are opened: their options are counted only then. */
export const foldedFacets = [
  'release',
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
  'changed',
  'component',
  'cwe',
  'publisher',
  'environment',
  'replaced',
  'held',
] as const satisfies Facet[]

/** Of a facet with numbers, an option as people say it. */
const sayings: Partial<Record<Facet, (option: Option, t: FilterMessages) => string>> = {
  cvss: (score, t) => (typeof score === 'number' ? t.atLeast(score.toFixed(1)) : t.unknown),
  epss: (probability, t) =>
    typeof probability === 'number'
      ? t.atLeast(`${formatNumber(Number((probability * 100).toFixed(4)))} %`)
      : t.unknown,
  due: (days, t) =>
    typeof days === 'number'
      ? t.orOverdue(t.withinDays(days))
      : days === 'overdue'
        ? t.overdue
        : days === 'none'
          ? t.noDay
          : days.startsWith('0-')
            ? t.withinDays(Number(days.slice(2)))
            : t.daysFromTo(days),
}

type Saying = { t: FilterMessages; words: Words; language: Language }

/** The word for an option, as the facet's own vocabulary has it; what is on file is its own name. */
export function optionName(facet: Facet, option: Option, { t, words, language }: Saying): string {
  const vocabularies: Partial<Record<Facet, Partial<Record<Option, string>>>> = words
  return (
    sayings[facet]?.(option, t) ??
    lateNames[facet]?.(option, language) ??
    vocabularies[facet]?.[option] ??
    String(option)
  )
}
