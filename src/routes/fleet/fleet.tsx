import { createRoute } from '@tanstack/react-router'
import { fleetQuery } from '../../client/fleet.ts'
import { loadCatalogue } from '../catalogue.ts'
import { rootRoute } from '../frame/root.tsx'

export const fleetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/fleet',
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.query({ ...fleetQuery(), staleTime: 'static' }), loadCatalogue(queryClient)]),
}).lazy(() => import('./fleet.lazy.tsx').then(({ fleetLazyRoute }) => fleetLazyRoute))
