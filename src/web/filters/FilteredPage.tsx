import { lazy, Suspense } from 'react'
import { createLazyRoute, Outlet } from '@tanstack/react-router'
import styles from './FilteredPage.module.css'

// The list is seen without it; its place is kept.
const FilterSide = lazy(() => import('./FilterSide.tsx').then((module) => ({ default: module.FilterSide })))
const PrintNote = lazy(() => import('./PrintNote.tsx').then((module) => ({ default: module.PrintNote })))

export const filteredLazyRoute = createLazyRoute('/filtered')({ component: FilteredPages })

/** The page with the filter beside it. */
function FilteredPages() {
  return (
    <div className={styles['filtered-pages']}>
      <Suspense>
        <FilterSide />
      </Suspense>
      <main id="content">
        <Suspense>
          <PrintNote />
        </Suspense>
        <Outlet />
      </main>
    </div>
  )
}
