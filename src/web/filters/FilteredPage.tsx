import { lazy, Suspense } from 'react'
import { clsx } from 'clsx'
import { createRoute, Outlet, useNavigate } from '@tanstack/react-router'
import { fleetFixesQuery, useFleet } from '../catalogue/fleet.ts'
import { machinesByVersion } from '../../domain/fleet/exposure.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { ActiveFilters } from './ActiveFilters.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { QuickFilters } from './QuickFilters.tsx'
import { formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { loadCatalogue } from '../catalogue/catalogue.ts'
import { rootRoute } from '../frame/Root.tsx'
import { parseSearch, stringifySearch } from '../lib/search.ts'
import { useConditionNames, useExportNote } from './use-export-note.ts'
import { useFiltered } from './use-filtered.ts'
import { useFilterMessages } from './messages.ts'
import chips from './ActiveFilters.module.css'
import styles from './FilteredPage.module.css'
import { useExportMessages } from '../export/messages.ts'

const SaveFilter = lazy(() => import('./SaveFilter.tsx').then((module) => ({ default: module.SaveFilter })))

/** The pages that speak of the filtered bulletins, side by side with the one panel that filters them. */
export const filteredRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'filtered',
  loaderDeps: ({ search: { mine, changed, q } }) => ({
    asksForFixes: mine !== undefined,
    asksForChanges: changed !== undefined,
    asksForTexts: q !== undefined,
  }),
  async loader({ context: { queryClient }, deps, location: { pathname } }) {
    const fixes = deps.asksForFixes
      ? queryClient.query({ ...fleetFixesQuery(), staleTime: 'static' }).catch(() => {})
      : null
    const names = deps.asksForChanges ? import('./change-names.ts') : null
    // Titles and vulnerabilities are searched only once they are there.
    const needsAll = pathname !== '/' || deps.asksForTexts
    await Promise.all([loadCatalogue(queryClient, needsAll ? 'all' : 'filter'), fixes, names])
  },
  component: FilteredPages,
})

function FilteredPages() {
  const { filter, counts, platforms, change } = useFiltered()
  const navigate = useNavigate()
  // Bulletins name versions, so a part of a version counts as its version.
  const fleet = [...machinesByVersion(useFleet()).keys()]
  return (
    <div className={styles['filtered-pages']}>
      <FilterPanel filter={filter} counts={counts} platforms={platforms} onChange={change}>
        <QuickFilters
          chosen={filter.platform}
          fleet={fleet}
          onPlatforms={(platform) => change({ platform })}
          onOpen={(search) => void navigate({ to: '.', search: readQuery(parseSearch(search)) })}
        />
      </FilterPanel>
      <main id="content">
        <PrintNote />
        <Outlet />
      </main>
    </div>
  )
}

/** On paper: what the filter was, and the day. */
function PrintNote() {
  const exportText = useExportMessages()
  const { filter, exportedOn } = useExportNote()()
  return <p className={styles['print-note']}>{exportText.note(filter, exportedOn)}</p>
}

/** The active conditions as chips, and the way to keep them. */
export function Conditions() {
  const names = useConditionNames()
  const language = useLanguage()
  const { filter, query, platforms, change, clear } = useFiltered()
  const { sort: _, ...conditions } = query
  return (
    <ActiveFilters filter={filter} platforms={platforms} onChange={change} onClear={clear}>
      <li>
        <Suspense fallback={<SaveFilterButton />}>
          <SaveFilter search={stringifySearch(conditions)} suggestion={formatList(names, language).slice(0, 60)} />
        </Suspense>
      </li>
    </ActiveFilters>
  )
}

/** Keeps the place of what saves the filter until that is loaded. */
function SaveFilterButton() {
  const { save } = useFilterMessages()
  return (
    <button type="button" className={clsx('button', chips['chip'])} disabled>
      {save}
    </button>
  )
}
