import { createRoute } from '@tanstack/react-router'
import { filteredRoute } from '../filters/route.ts'

/** The bulletin and the OS edition that a result is recorded for. */
export type LabSearch = { record?: string | undefined; edition?: string | undefined }

/** In place of a bulletin: it is chosen in the form. */
export const toChoose = 'choose'

// The page itself is loaded when it is first opened.
export const labRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/tests',
  validateSearch: ({ record, edition }: Record<string, unknown>): LabSearch => ({
    ...(typeof record === 'string' && { record }),
    ...(typeof edition === 'string' && { edition }),
  }),
  loader: async ({ context: { queryClient } }) => {
    const { labQueries } = await import('./queries.ts')
    return queryClient.query({ ...labQueries.reports(), staleTime: 'static' })
  },
}).lazy(() => import('./LabPage.tsx').then(({ labLazyRoute }) => labLazyRoute))
