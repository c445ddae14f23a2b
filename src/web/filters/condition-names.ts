import type { Platform } from '../../contract/platform.ts'
import { facets, type Facet, type Option } from '../../contract/facets.ts'
import type { Filter } from '../../domain/filter/filter.ts'
import { formatDay } from '../i18n/format.ts'
import { readText } from '../i18n/local-text.tsx'
import type { Language } from '../i18n/language.tsx'
import type { Words } from '../../words/words.ts'
import { optionName } from './facet-options.ts'
import type { FilterMessages } from './messages.ts'

/** One condition of a filter, in words. */
export type Condition = { field: keyof Filter; option: Option; name: string }

/** Facets whose options say by themselves what they are about. */
const selfTelling: ReadonlySet<Facet> = new Set(['severity', 'urgency', 'impact', 'cwe'])

/** The active conditions in words, in the order of the panel. `seen`: the last event that the reader has seen, where that is known. */
export function conditionNames(
  filter: Filter,
  platforms: readonly Pick<Platform, 'id' | 'label'>[],
  { t, words, language, seen }: { t: FilterMessages; words: Words; language: Language; seen?: number | null },
): Condition[] {
  const platformName = (id: Option) => {
    const label = platforms.find((platform) => platform.id === id)?.label
    return label ? readText(label, language).value : String(id)
  }
  const nameOf = (facet: Facet, option: Option) => {
    const name = optionName(facet, option, { t, words, language })
    if (facet === 'severity' && option !== 'unrated') return `${option} ${name}`
    // That something is not rated does not say what.
    return selfTelling.has(facet) && option !== 'unrated' ? name : `${t[facet]}: ${name}`
  }
  const chosen = facets.flatMap((field) => {
    const options: readonly Option[] = filter[field]
    return options.map((option) => ({
      field,
      option,
      name: field === 'platform' ? platformName(option) : nameOf(field, option),
    }))
  })
  const { changedSince, publishedFrom, publishedTo, q } = filter
  return [
    ...chosen,
    ...(changedSince === null
      ? []
      : [
          condition('changedSince', changedSince === String(seen) ? t.changedSinceVisit : t.changedSince(changedSince)),
        ]),
    ...(publishedFrom === null
      ? []
      : [condition('publishedFrom', `${t.publishedFrom}: ${formatDay(publishedFrom, language)}`)]),
    ...(publishedTo === null
      ? []
      : [condition('publishedTo', `${t.publishedTo}: ${formatDay(publishedTo, language)}`)]),
    ...(q === '' ? [] : [condition('q', `“${q}”`)]),
  ]
}

const condition = (field: keyof Filter, name: string): Condition => ({ field, option: '', name })
