import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// How its data are read comes with the page: one file less that the first load names.
const page = () => import('./PeoplePage.tsx')

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  loader: async ({ context }) => (await page()).loadPeople(context.queryClient),
}).lazy(() => page().then(({ peopleLazyRoute }) => peopleLazyRoute))
