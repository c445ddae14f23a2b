import { createRoute } from '@tanstack/react-router'
import { loadCatalogue } from '../catalogue/catalogue.ts'
import { rootRoute } from '../frame/Root.tsx'

// The page itself is loaded when it is first opened.
export const bulletinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bulletins/$id',
  loader: async ({ context: { queryClient }, params: { id } }) => {
    const { bulletinQueries } = await import('./queries.ts')
    await Promise.all([
      queryClient.query({ ...bulletinQueries.view(id), staleTime: 'static' }),
      loadCatalogue(queryClient),
    ])
  },
}).lazy(() => import('./BulletinPage.tsx').then(({ bulletinLazyRoute }) => bulletinLazyRoute))
