import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

export const platformRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/platforms/$id',
  loader: async ({ context: { queryClient }, params: { id } }) => (await load()).loadFixes(queryClient, id),
}).lazy(async () => (await load()).loadPlatform())
