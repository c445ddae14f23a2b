import { createRoute } from '@tanstack/react-router'
import { bulletinQueries } from '../client/queries.ts'
import { loadCatalogue } from './catalogue.ts'
import { rootRoute } from './root.tsx'

// The page itself is fetched when it is first wanted: the list does without it.
export const bulletinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bulletins/$id',
  loader: ({ context: { queryClient }, params: { id } }) =>
    Promise.all([queryClient.query({ ...bulletinQueries.view(id), staleTime: 'static' }), loadCatalogue(queryClient)]),
}).lazy(() => import('./bulletin.lazy.tsx').then(({ bulletinLazyRoute }) => bulletinLazyRoute))
