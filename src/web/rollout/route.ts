import { createRoute } from '@tanstack/react-router'
import { loadCatalogue, loadFleetFixes } from '../catalogue/load.ts'
import { rootRoute } from '../frame/Root.tsx'

/** All inputs of the plan, and what a second one changes of them: `1;b:MS05-019;c:2;z:Asia/Tokyo;s:2005-04-19`. */
export type RolloutSearch = { plan?: string | undefined; versus?: string | undefined }

// The page itself is fetched when it is first wanted.
export const rolloutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rollout',
  validateSearch: ({ plan, versus }: Record<string, unknown>): RolloutSearch => ({
    ...(typeof plan === 'string' && { plan }),
    ...(typeof versus === 'string' && { versus }),
  }),
  loader: async ({ context: { queryClient } }) => {
    const { rolloutsQuery } = await import('./queries.ts')
    await Promise.all([
      // The proposal of what to plan.
      loadFleetFixes(queryClient).catch(() => null),
      queryClient.query({ ...rolloutsQuery(), staleTime: 'static' }),
      loadCatalogue(queryClient),
    ])
  },
}).lazy(() => import('./RolloutPage.tsx').then(({ loadRolloutPage }) => loadRolloutPage()))
