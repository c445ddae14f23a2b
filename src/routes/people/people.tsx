import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/root.tsx'

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  loader: async ({ context: { queryClient } }) => {
    const { peopleQueries } = await import('../../client/people-queries.ts')
    await Promise.all([
      queryClient.query({ ...peopleQueries.list(), staleTime: 'static' }),
      queryClient.query({ ...peopleQueries.tokens(), staleTime: 'static' }),
    ])
  },
}).lazy(() => import('./people.lazy.tsx').then(({ peopleLazyRoute }) => peopleLazyRoute))
