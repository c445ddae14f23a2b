import type { ReactNode } from 'react'
import type { PlatformCount } from '../../contract/platform.ts'
import { exploits, restarts, severities, urgencies } from '../../contract/words.ts'
import type { FilterResult } from '../../domain/filter/apply.ts'
import type { Facet, Filter } from '../../domain/filter/filter.ts'
import { useMessages } from '../../i18n/messages.ts'
import { SeverityBadge } from '../../ui/SeverityBadge.tsx'
import { FacetGroup } from './FacetGroup.tsx'
import { FilterOption } from './FilterOption.tsx'
import { PlatformFacet } from './PlatformFacet.tsx'
import './FilterPanel.css'

type Props = {
  filter: Filter
  counts: FilterResult['counts']
  platforms: readonly PlatformCount[]
  onChange: (change: Partial<Filter>) => void
}

type ListFacet = Exclude<Facet, 'platform'>

/** With this one chosen or, if it was, no longer. */
const toggle = <T,>(chosen: readonly T[], option: T): T[] =>
  chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option]

/** The facets with live counts: beside the list on a desk, a sheet from below on a phone (a popover, opened by the button). */
export function FilterPanel({ filter, counts, platforms, onChange }: Props) {
  const { t, w } = useMessages()
  const options = <F extends ListFacet>(
    facet: F,
    all: readonly Filter[F][number][],
    label: (option: Filter[F][number]) => ReactNode,
  ) => {
    const chosen: readonly Filter[F][number][] = filter[facet]
    return (
      <FacetGroup title={t.filters[facet]} isActive={chosen.length > 0} onClear={() => onChange({ [facet]: [] })}>
        {all.map((option) => (
          <FilterOption
            key={option}
            isOn={chosen.includes(option)}
            count={counts[facet].get(option) ?? 0}
            onToggle={() => onChange({ [facet]: toggle(chosen, option) })}
          >
            {label(option)}
          </FilterOption>
        ))}
      </FacetGroup>
    )
  }
  return (
    <div className="filter-panel">
      <button type="button" className="button open" popoverTarget="filters">
        {t.filters.open}
      </button>
      <aside id="filters" popover="auto" aria-label={t.filters.label}>
        {options('severity', severities, (severity) => (
          <SeverityBadge level={severity} />
        ))}
        {options('urgency', urgencies, (urgency) => w.urgency[urgency])}
        <PlatformFacet
          chosen={filter.platform}
          counts={counts.platform}
          platforms={platforms}
          onChange={(platform) => onChange({ platform })}
        />
        {options('exploit', exploits, (exploit) => w.exploit[exploit])}
        {options('restart', restarts, (restart) => w.restart[restart])}
        <button type="button" className="button close" popoverTarget="filters" popoverTargetAction="hide">
          {t.filters.close}
        </button>
      </aside>
    </div>
  )
}
