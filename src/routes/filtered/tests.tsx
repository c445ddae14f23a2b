import { createRoute } from '@tanstack/react-router'
import { filteredRoute } from './filtered.tsx'

/** The bulletin and the OS edition of which a result is to be recorded. */
export type TestsSearch = { record?: string | undefined; edition?: string | undefined }

/** In place of a bulletin: that one is to be chosen yet. */
export const toChoose = 'choose'

// The page itself is fetched when it is first wanted.
export const testsRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/tests',
  validateSearch: ({ record, edition }: Record<string, unknown>): TestsSearch => ({
    ...(typeof record === 'string' && { record }),
    ...(typeof edition === 'string' && { edition }),
  }),
  loader: async ({ context: { queryClient } }) => {
    const { bulletinQueries } = await import('../../client/queries.ts')
    return queryClient.query({ ...bulletinQueries.labReports(), staleTime: 'static' })
  },
}).lazy(() => import('./tests.lazy.tsx').then(({ testsLazyRoute }) => testsLazyRoute))
