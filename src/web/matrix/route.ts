import { createRoute } from '@tanstack/react-router'
import { loadFleetFixes } from '../catalogue/load.ts'
import { filteredRoute } from '../filters/route.ts'

/** What the matrix keeps in its address beside the filter: the unit of its rows, and what is shown unfolded of columns and rows. */
export type MatrixSearch = { by?: 'vulnerability' | undefined; unfold?: string | undefined; open?: string | undefined }

const isList = (given: unknown): given is string =>
  typeof given === 'string' && /^[a-z0-9-]+(,[a-z0-9-]+)*$/.test(given)

// The page itself is fetched when it is first wanted.
export const matrixRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/matrix',
  validateSearch: ({ by, unfold, open }: Record<string, unknown>): MatrixSearch => ({
    ...(by === 'vulnerability' && { by }),
    ...(isList(unfold) && { unfold }),
    ...(isList(open) && { open }),
  }),
  // What is to be installed is a row of the head, which would push the others down.
  loader: ({ context: { queryClient } }) =>
    loadFleetFixes(queryClient).catch(() => null),
}).lazy(() => import('./MatrixPage.tsx').then(({ matrixLazyRoute }) => matrixLazyRoute))
