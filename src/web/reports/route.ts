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
  loader: async ({ context }) => (await load()).loadHandlingData(context.queryClient),
}).lazy(async () => (await load()).loadHowWeDoPage())

export const recordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bulletins/$id/record',
  loader: async ({ context, params: { id } }) => (await load()).loadRecordData(context.queryClient, id),
}).lazy(async () => (await load()).loadRecordPage())

export const planRecordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plans/$id/record',
  loader: async ({ context, params: { id } }) => (await load()).loadPlanRecordData(context.queryClient, id),
}).lazy(async () => (await load()).loadPlanRecordPage())
