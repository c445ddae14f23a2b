import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

export const fleetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/fleet',
  loader: async ({ context }) => (await load()).loadFleetData(context.queryClient),
}).lazy(async () => (await load()).loadFleetPage())
