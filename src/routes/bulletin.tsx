import { createRoute } from '@tanstack/react-router'
import { bulletinQueries, platformQueries } from '../client/queries.ts'
import { rootRoute } from './root.tsx'

// The page itself is fetched when it is first wanted: the list does without it.
export const bulletinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bulletins/$id',
  loader: ({ context: { queryClient }, params: { id } }) =>
    Promise.all([
      queryClient.query({ ...bulletinQueries.view(id), staleTime: 'static' }),
      queryClient.query({ ...bulletinQueries.index(), staleTime: 'static' }),
      queryClient.query({ ...platformQueries.tree(), staleTime: 'static' }),
    ]),
}).lazy(() => import('./bulletin.lazy.tsx').then(({ bulletinLazyRoute }) => bulletinLazyRoute))
