import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

export const fleetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/fleet',
  loader: async ({ context: { queryClient } }) => (await import('./load.ts')).loadLines(queryClient),
}).lazy(() => import('./FleetPage.tsx').then((page) => page.fleetLazyRoute))
