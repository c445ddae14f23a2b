import { Activity, lazy, Suspense, useState, type ReactNode } from 'react'
import { clsx } from 'clsx'
import type { Facet } from '../../../contract/facets.ts'
import type { PlatformCount } from '../../../contract/platform.ts'
import type { FilterResult } from '../../../domain/filter/apply.ts'
import type { Filter } from '../../../domain/filter/filter.ts'
import { useFilterMessages } from '../messages.ts'
import { openFacets } from '../facet-options.ts'
import { ListFacetGroup, type FacetProps } from './ListFacetGroup.tsx'
import styles from './FilterPanel.module.css'

// They are larger than the rest of the panel, and are below it.
const LateGroups = lazy(() => import('./LateGroups.tsx').then((module) => ({ default: module.LateGroups })))

export type FilterProps = {
  filter: Filter
  counts: FilterResult['counts']
  onChange: (change: Partial<Filter>) => void
}

/** What concerns one facet of it. */
export const facetOf = <F extends Facet>(facet: F, { filter, counts, onChange }: FilterProps): FacetProps<F> => ({
  facet,
  chosen: filter[facet],
  counts: counts[facet],
  onChange,
})

type Props = FilterProps & {
  platforms: readonly PlatformCount[]
  /** Whether it is a sheet on a desk, too: the page needs the width, and has a button of its own for it. */
  isFolded?: boolean
  /** Shown above the facets. */
  children?: ReactNode
}

/** The facets with live counts: beside the list on a desk, a sheet from below on a phone (a popover, opened by the button). */
export function FilterPanel({ platforms, isFolded = false, children, ...props }: Props) {
  const t = useFilterMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={clsx('on-screen', styles['filter-panel'], isFolded && styles['folded'])}>
      <button type="button" className={clsx('button', styles['open'])} popoverTarget="filters">
        {t.open}
      </button>
      <aside
        id="filters"
        popover="auto"
        aria-label={t.label}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
      >
        <div className={styles['facets']}>
          {/* While nobody sees it, the page comes first. */}
          <Activity mode={isFolded && !isOpen ? 'hidden' : 'visible'}>
            {children}
            {openFacets.map((facet) => (
              <ListFacetGroup key={facet} {...facetOf(facet, props)} />
            ))}
            <Suspense>
              <LateGroups platforms={platforms} {...props} />
            </Suspense>
          </Activity>
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
