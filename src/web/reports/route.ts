import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'
import type { FigureSearch } from './figure.ts'

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

/** How the team does; the address names the figure whose alerts are listed. */
export const howWeDoRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/how-we-do',
  validateSearch: (search: FigureSearch) => search,
}).lazy(async () => (await load()).loadHowWeDo())

export const recordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bulletins/$id/record',
}).lazy(async () => (await load()).loadRecord())

export const planRecordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plans/$id/record',
}).lazy(async () => (await load()).loadPlanRecord())
