import { createRoute } from '@tanstack/react-router'
import { loadCatalogue, loadFleet } from '../catalogue/load.ts'
import { rootRoute } from '../frame/Root.tsx'
import { triageQuery } from '../triage/queries.ts'

// The page itself is loaded when it is first opened.
export const bulletinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bulletins/$id',
  loader: async ({ context: { queryClient }, params: { id } }) => {
    const [{ bulletinQueries }, { bulletinDueQuery }] = await Promise.all([
      import('./queries.ts'),
      import('../due/bulletin-due.ts'),
    ])
    const small = Promise.all([
      queryClient.query({ ...bulletinQueries.view(id), staleTime: 'static' }),
      queryClient.query({ ...bulletinQueries.context(id), staleTime: 'static' }),
      queryClient.query({ ...triageQuery(), staleTime: 'static' }),
      // Without the fleet it is the page of all platforms; the panel of the due day says by itself that it failed.
      loadFleet(queryClient).catch(() => {}),
      queryClient.query({ ...bulletinDueQuery(id), staleTime: 'static' }).catch(() => {}),
    ])
    await small
    // What comes before and after it in the list is told once the index is there: the page does not wait for it.
    void loadCatalogue(queryClient).catch(() => {})
  },
}).lazy(() => import('./BulletinPage.tsx').then(({ bulletinLazyRoute }) => bulletinLazyRoute))
