import { createRoute } from '@tanstack/react-router'
import { fleetQuery } from '../catalogue/fleet.ts'
import { loadCatalogue } from '../catalogue/catalogue.ts'
import { rootRoute } from '../frame/Root.tsx'

export const fleetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/fleet',
  loader: async ({ context: { queryClient } }) => {
    const { lifecycleQuery } = await import('./lifecycle.ts')
    await Promise.all([
      queryClient.query({ ...fleetQuery(), staleTime: 'static' }),
      queryClient.query({ ...lifecycleQuery(), staleTime: 'static' }).catch(() => null),
      loadCatalogue(queryClient),
    ])
  },
}).lazy(() => import('./FleetPage.tsx').then(({ fleetLazyRoute }) => fleetLazyRoute))
