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
      // Some rows and the platforms of the fleet; what is open on them is counted once the index is there.
      loadCatalogue(queryClient, {}, true),
    ])
  },
}).lazy(() => import('./FleetPage.tsx').then((page) => page.fleetLazyRoute))
