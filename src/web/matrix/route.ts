import { createRoute } from '@tanstack/react-router'
import { filteredRoute } from '../filters/route.ts'

/** What the matrix keeps in its address beside the filter: the unit of its rows, and the families shown in full. */
export type MatrixSearch = { by?: 'vulnerability' | undefined; unfold?: string | undefined }

// The page itself is fetched when it is first wanted.
export const matrixRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/matrix',
  validateSearch: ({ by, unfold }: Record<string, unknown>): MatrixSearch => ({
    ...(by === 'vulnerability' && { by }),
    ...(typeof unfold === 'string' && /^[a-z0-9-]+(,[a-z0-9-]+)*$/.test(unfold) && { unfold }),
  }),
}).lazy(() => import('./MatrixPage.tsx').then(({ matrixLazyRoute }) => matrixLazyRoute))
