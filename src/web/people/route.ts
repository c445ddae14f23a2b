import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  loader: async ({ context: { queryClient } }) => {
    const { peopleQueries } = await import('./queries.ts')
    await Promise.all([
      queryClient.query({ ...peopleQueries.list(), staleTime: 'static' }),
      queryClient.query({ ...peopleQueries.teams(), staleTime: 'static' }),
      queryClient.query({ ...peopleQueries.tokens(), staleTime: 'static' }),
    ])
  },
}).lazy(() => import('./PeoplePage.tsx').then(({ peopleLazyRoute }) => peopleLazyRoute))
