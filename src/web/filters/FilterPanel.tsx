import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import type { PlatformCount } from '../../contract/platform.ts'
import type { FilterResult } from '../../domain/filter/apply.ts'
import type { Filter } from '../../domain/filter/filter.ts'
import { useFilterMessages } from './messages.ts'
import { firstFacets, furtherFacets, secondFacets, type ListFacet } from './facet-options.ts'
import { ListFacetGroup } from './ListFacetGroup.tsx'
import { PlatformFacet } from './PlatformFacet.tsx'
import { PublishedFacet } from './PublishedFacet.tsx'
import styles from './FilterPanel.module.css'

export type FilterProps = {
  filter: Filter
  counts: FilterResult['counts']
  onChange: (change: Partial<Filter>) => void
}

type Props = FilterProps & {
  platforms: readonly PlatformCount[]
  /** Shown above the facets. */
  children?: ReactNode
}

/** The facets with live counts: beside the list on a desk, a sheet from below on a phone (a popover, opened by the button). */
export function FilterPanel({ platforms, children, ...props }: Props) {
  const t = useFilterMessages()
  const { filter, counts, onChange } = props
  const group = (facet: ListFacet) => <ListFacetGroup key={facet} facet={facet} {...props} />
  const isFurtherActive =
    furtherFacets.some((facet) => filter[facet].length > 0) ||
    filter.publishedFrom !== null ||
    filter.publishedTo !== null
  return (
    <div className={styles['filter-panel']}>
      <button type="button" className={clsx('button', styles['open'])} popoverTarget="filters">
        {t.open}
      </button>
      <aside id="filters" popover="auto" aria-label={t.label}>
        <div className={styles['facets']}>
          {children}
          {firstFacets.map(group)}
          <PlatformFacet
            chosen={filter.platform}
            counts={counts.platform}
            platforms={platforms}
            onChange={(platform) => onChange({ platform })}
          />
          {secondFacets.map(group)}
          <details className={styles['further']} open={isFurtherActive}>
            <summary>{t.further}</summary>
            <PublishedFacet filter={filter} onChange={onChange} />
            {furtherFacets.map(group)}
          </details>
        </div>
        <button
          type="button"
          className={clsx('button', styles['close'])}
          popoverTarget="filters"
          popoverTargetAction="hide"
        >
          {t.close}
        </button>
      </aside>
    </div>
  )
}
