import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// The page is loaded when it is first opened, and how its data are read comes with it.
const page = () => import('./PlanPage.tsx')

export const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plans/$id',
  loader: async ({ context, params: { id } }) => (await page()).loadPlan(context.queryClient, id),
}).lazy(() => page().then(({ planLazyRoute }) => planLazyRoute))
