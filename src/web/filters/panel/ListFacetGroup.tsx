import { memo } from 'react'
import { facetTable, type Facet, type Option } from '../../../contract/facets.ts'
import { severities } from '../../../contract/vocabulary.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useWords } from '../../i18n/words.ts'
import { SeverityBadge } from '../../ui/marks/SeverityBadge.tsx'
import { useFilterMessages } from '../messages.ts'
import { optionName } from '../facet-options.ts'
import { FacetGroup } from './FacetGroup.tsx'
import { FilterOption } from './FilterOption.tsx'
import type { Filter } from '../../../domain/filter/filter.ts'

/** With this one chosen or, if it was, no longer. Of thresholds only the lower one would count: the new one takes its place. */
function toggled(facet: Facet, chosen: readonly Option[], option: Option): Option[] {
  if (chosen.includes(option)) return chosen.filter((other) => other !== option)
  const isReplaced = (other: Option) =>
    facetTable[facet].kind === 'number' && typeof option === 'number' && typeof other === 'number'
  return [...chosen.filter((other) => !isReplaced(other)), option]
}

export type FacetProps<F extends Facet = Facet> = {
  facet: F
  chosen: readonly Option[]
  counts: ReadonlyMap<Option, number>
  onChange: (change: Partial<Filter>) => void
}

type Props = FacetProps & {
  /** What is listed; where it is absent, all that can be chosen, and any other number of the address. */
  options?: readonly Option[]
}

/** A facet as a list of options, each with its count. A key or click draws only those anew that it changes. */
export const ListFacetGroup = memo(function Group({ facet, chosen, counts, onChange, options }: Props) {
  const t = useFilterMessages()
  const words = useWords()
  const language = useLanguage()
  const change = (next: readonly Option[]) => onChange({ [facet]: next })
  const usual: readonly Option[] = facetTable[facet].options
  const listed = options ?? [...usual, ...chosen.filter((option) => !usual.includes(option))]
  return (
    <FacetGroup title={t[facet]} isActive={chosen.length > 0} onClear={() => change([])}>
      {listed.map((option) => (
        <FilterOption
          key={option}
          isOn={chosen.includes(option)}
          count={counts.get(option) ?? 0}
          onToggle={() => change(toggled(facet, chosen, option))}
        >
          {facet === 'severity' ? (
            <SeverityBadge level={severities.find((level) => level === option) ?? null} />
          ) : (
            optionName(facet, option, { t, words, language })
          )}
        </FilterOption>
      ))}
    </FacetGroup>
  )
})
