import { createRoute } from '@tanstack/react-router'
import { bulletinQueries } from '../client/queries.ts'
import { filteredRoute } from './filtered.tsx'

// The page itself is fetched when it is first wanted.
export const testsRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/tests',
  loader: ({ context: { queryClient } }) => queryClient.query({ ...bulletinQueries.labReports(), staleTime: 'static' }),
}).lazy(() => import('./tests.lazy.tsx').then(({ testsLazyRoute }) => testsLazyRoute))
