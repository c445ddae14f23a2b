import { lazy } from 'react'
import { clsx } from 'clsx'
import { Outlet, useChildMatches } from '@tanstack/react-router'
import { useListView } from './list-view.ts'
import { lazyPage } from '../lib/lazy-page.ts'
import { Behind } from '../ui/layout/Behind.tsx'
import styles from './FilteredPage.module.css'

// The list is seen without it; its place is kept.
const FilterSide = lazy(() => import('./FilterSide.tsx').then((module) => ({ default: module.FilterSide })))
const PrintNote = lazy(() => import('./PrintNote.tsx').then((module) => ({ default: module.PrintNote })))

export const filteredLazyRoute = lazyPage('/filtered')({ component: FilteredPages })

/** The page with the filter beside it. */
function FilteredPages() {
  // A matrix needs the width for its columns.
  const isFolded = useChildMatches({ select: ([page]) => page?.routeId === '/filtered/matrix' })
  const isList = useChildMatches({ select: ([page]) => page?.routeId === '/filtered/alerts' })
  const asked = useChildMatches({
    select: ([page]) => (page?.routeId === '/filtered/alerts' ? page.search.view : undefined),
  })
  const { view } = useListView(asked)
  return (
    <div className={clsx(styles['filtered-pages'], isFolded && styles['whole'])} data-view={isList ? view : undefined}>
      <Behind>
        <FilterSide isFolded={isFolded} />
      </Behind>
      <main id="content">
        <Behind>
          <PrintNote />
        </Behind>
        <Outlet />
      </main>
    </div>
  )
}
