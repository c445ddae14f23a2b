import { createRoute } from '@tanstack/react-router'
import { loadCatalogue, loadFleet } from '../catalogue/load.ts'
import { rootRoute } from '../frame/Root.tsx'

export const fleetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/fleet',
  loader: async ({ context: { queryClient } }) => {
    const { lifecycleQuery } = await import('./lifecycle.ts')
    await Promise.all([
      loadFleet(queryClient),
      queryClient.query({ ...lifecycleQuery(), staleTime: 'static' }).catch(() => null),
      loadCatalogue(queryClient),
    ])
  },
}).lazy(() => import('./FleetPage.tsx').then((page) => page.fleetLazyRoute))
