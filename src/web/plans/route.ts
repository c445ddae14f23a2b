import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

export const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plans/$id',
  loader: async ({ context, params: { id } }) => (await load()).loadPlanData(context.queryClient, id),
}).lazy(async () => (await load()).loadPlanPage())
