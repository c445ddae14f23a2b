import { lazy } from 'react'
import { clsx } from 'clsx'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useChildMatches } from '@tanstack/react-router'
import { catalogueQuery } from '../catalogue/catalogue.ts'
import { useWantedView } from './list-view.ts'
import { lazyPage } from '../lib/lazy-page.ts'
import { Behind } from '../ui/layout/Behind.tsx'
import { Filtered } from './use-filtered.tsx'
import styles from './FilteredPage.module.css'

// The list is seen without it; its place is kept.
const FilterSide = lazy(() => import('./panel/FilterSide.tsx').then((module) => ({ default: module.FilterSide })))
const PrintNote = lazy(() => import('./PrintNote.tsx').then((module) => ({ default: module.PrintNote })))

export const filteredLazyRoute = lazyPage('/filtered')({ component: FilteredPages })

/** The page with the filter beside it. */
function FilteredPages() {
  const page = useChildMatches({ select: ([child]) => child?.routeId })
  const asked = useChildMatches({
    select: ([child]) => (child?.routeId === '/filtered/alerts' ? child.search.view : undefined),
  })
  // A matrix needs the width for its columns.
  const isFolded = page === '/filtered/matrix'
  // The styles leave a view its width where there is room for it: they know that before anything is drawn.
  const view = useWantedView(asked)
  // A page may be loading what the filter finds, and is drawn before the query tells of it: this is drawn anew with it.
  useChildMatches({ select: ([child]) => child?.status })
  const { data } = useQuery({ ...catalogueQuery(), enabled: false })
  if (data === undefined) return <Outlet />
  return (
    <div
      className={clsx(styles['filtered-pages'], isFolded && styles['whole'])}
      data-view={page === '/filtered/alerts' ? view : undefined}
    >
      <Filtered isList>
        <Behind>
          <FilterSide isFolded={isFolded} />
        </Behind>
        <main id="content">
          <Behind>
            <PrintNote />
          </Behind>
          <Outlet />
        </main>
      </Filtered>
    </div>
  )
}
