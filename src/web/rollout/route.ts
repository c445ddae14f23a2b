import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

/** All inputs of the plan, and what a second one changes of them: `1;b:MS05-019;c:2;z:Asia/Tokyo;s:2005-04-19`. */
export type RolloutSearch = { plan?: string | undefined; versus?: string | undefined }

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

export const rolloutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rollout',
  validateSearch: ({ plan, versus }: Record<string, unknown>): RolloutSearch => ({
    ...(typeof plan === 'string' && { plan }),
    ...(typeof versus === 'string' && { versus }),
  }),
  loader: async ({ context, location: { search } }) =>
    (await load()).loadRolloutData(context.queryClient, (search as RolloutSearch).plan),
}).lazy(async () => (await load()).loadRolloutPage())
