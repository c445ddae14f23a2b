import { createRoute } from '@tanstack/react-router'
import { loadCatalogue, loadFleetFixes } from '../catalogue/load.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { rootRoute } from '../frame/Root.tsx'
import { whenTakenOver } from '../lib/first-view.ts'

/** Whether an address asks for bulletins by anything. */
export const asksForSome = (search: object): boolean =>
  Object.keys(readQuery(search as Record<string, unknown>)).some((field) => field !== 'sort')

/** The pages that speak of the filtered bulletins, side by side with the one panel that filters them; each is loaded when it is first opened. */
export const filteredRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'filtered',
  loaderDeps: ({ search }) => ({
    hasConditions: asksForSome(search),
    asksForFixes: search.mine !== undefined,
    asksForChanges: search.changed !== undefined,
  }),
  async loader({ context: { queryClient }, deps, location: { pathname, search }, cause }) {
    const fixes = deps.asksForFixes ? loadFleetFixes(queryClient).catch(() => {}) : null
    // Where there are any, the list does not move down when they come.
    const chips = deps.hasConditions ? import('./Conditions.tsx') : null
    const names = deps.asksForChanges ? import('./change-names.ts') : null
    await Promise.all([
      // A list that is shown asks by itself for what its filter finds; the matrix begins with all of that.
      pathname !== '/matrix' && loadCatalogue(queryClient, readQuery(search), cause !== 'enter'),
      fixes,
      names,
      chips,
    ])
  },
}).lazy(() => {
  // Asked for along with the page, which does not wait for it; a first view does without.
  whenTakenOver()
    .then(() => import('./panel/FilterSide.tsx'))
    .catch(() => {})
  return import('./FilteredPage.tsx').then((page) => page.filteredLazyRoute)
})
