import { lazy } from 'react'
import { clsx } from 'clsx'
import { Outlet, useLocation } from '@tanstack/react-router'
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
  const isFolded = useLocation({ select: ({ pathname }) => pathname === '/matrix' })
  return (
    <div className={clsx(styles['filtered-pages'], isFolded && styles['whole'])}>
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
