import { facetTable, type Option } from '../../contract/facets.ts'
import { useWords } from '../i18n/words.ts'
import { useFilterMessages } from './messages.ts'
import { severities } from '../../contract/vocabulary.ts'
import { SeverityBadge } from '../ui/marks/SeverityBadge.tsx'
import { optionName, type ListFacet } from './facet-options.ts'
import { FacetGroup } from './FacetGroup.tsx'
import { FilterOption } from './FilterOption.tsx'
import type { FilterProps } from './FilterPanel.tsx'

/** With this one chosen or, if it was, no longer. */
const toggle = <T,>(chosen: readonly T[], option: T): T[] =>
  chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option]

/** A facet that is a plain list of options. */
export function ListFacetGroup<F extends ListFacet>({ facet, filter, counts, onChange }: FilterProps & { facet: F }) {
  const t = useFilterMessages()
  const words = useWords()
  const chosen: readonly Option[] = filter[facet]
  const change = (options: readonly Option[]) => onChange({ [facet]: options })
  return (
    <FacetGroup title={t[facet]} isActive={chosen.length > 0} onClear={() => change([])}>
      {(facetTable[facet].options as readonly Option[]).map((option) => (
        <FilterOption
          key={option}
          isOn={chosen.includes(option)}
          count={counts[facet].get(option) ?? 0}
          onToggle={() => change(toggle(chosen, option))}
        >
          {facet === 'severity' ? (
            <SeverityBadge level={severities.find((level) => level === option) ?? null} />
          ) : (
            optionName(words, facet, option)
          )}
        </FilterOption>
      ))}
    </FacetGroup>
  )
}
