import { createRoute } from '@tanstack/react-router'
import { filteredRoute } from './filtered.tsx'

// The page itself is fetched when it is first wanted.
export const testsRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/tests',
  loader: async ({ context: { queryClient } }) => {
    const { bulletinQueries } = await import('../client/queries.ts')
    return queryClient.query({ ...bulletinQueries.labReports(), staleTime: 'static' })
  },
}).lazy(() => import('./tests.lazy.tsx').then(({ testsLazyRoute }) => testsLazyRoute))
