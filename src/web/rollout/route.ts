import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

/** All inputs of the plan, and what a second one changes of them: `1;b:MS05-019;c:2;z:Asia/Tokyo;s:2005-04-19`. */
export type RolloutSearch = { plan?: string | undefined; versus?: string | undefined }

// The page is loaded when it is first opened, and how its data are read comes with it.
const page = () => import('./RolloutPage.tsx')

export const rolloutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rollout',
  validateSearch: ({ plan, versus }: Record<string, unknown>): RolloutSearch => ({
    ...(typeof plan === 'string' && { plan }),
    ...(typeof versus === 'string' && { versus }),
  }),
  loader: async ({ context, location: { search } }) =>
    (await page()).loadRollouts(context.queryClient, (search as RolloutSearch).plan),
}).lazy(() => page().then(({ rolloutLazyRoute }) => rolloutLazyRoute))
