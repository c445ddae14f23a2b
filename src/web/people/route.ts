import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  loader: async ({ context }) => (await import('./queries.ts')).loadPeople(context.queryClient),
}).lazy(() => import('./PeoplePage.tsx').then(({ peopleLazyRoute }) => peopleLazyRoute))
