import { createRoute } from '@tanstack/react-router'
import { loadCatalogue } from '../catalogue/catalogue.ts'
import { rootRoute } from '../frame/Root.tsx'

// The page itself is loaded when it is first opened.
export const bulletinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bulletins/$id',
  loader: async ({ context: { queryClient }, params: { id } }) => {
    const [{ bulletinQueries }, { bulletinDueQuery }] = await Promise.all([
      import('./queries.ts'),
      import('../due/bulletin-due.ts'),
    ])
    await Promise.all([
      queryClient.query({ ...bulletinQueries.view(id), staleTime: 'static' }),
      // Its panel says by itself that this failed.
      queryClient.query({ ...bulletinDueQuery(id), staleTime: 'static' }).catch(() => {}),
      loadCatalogue(queryClient),
    ])
  },
}).lazy(() => import('./BulletinPage.tsx').then(({ bulletinLazyRoute }) => bulletinLazyRoute))
