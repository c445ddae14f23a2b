import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

export const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources',
  loader: async ({ context: { queryClient } }) => {
    const { sourceQueries } = await import('./queries.ts')
    return queryClient.query({ ...sourceQueries.list(), staleTime: 'static' })
  },
}).lazy(() => import('./SourcesPage.tsx').then(({ sourcesLazyRoute }) => sourcesLazyRoute))
