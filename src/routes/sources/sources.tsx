import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/root.tsx'

export const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources',
  loader: async ({ context: { queryClient } }) => {
    const { sourceQueries } = await import('../../client/source-queries.ts')
    return queryClient.query({ ...sourceQueries.list(), staleTime: 'static' })
  },
}).lazy(() => import('./sources.lazy.tsx').then(({ sourcesLazyRoute }) => sourcesLazyRoute))
