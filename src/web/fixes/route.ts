import { createRoute } from '@tanstack/react-router'
import { loadCatalogue } from '../catalogue/load.ts'
import { rootRoute } from '../frame/Root.tsx'

// The page itself is loaded when it is first opened.
export const platformRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/platforms/$id',
  loader: async ({ context: { queryClient }, params: { id } }) => {
    const { fixQueries } = await import('./queries.ts')
    await Promise.all([
      queryClient.query({ ...fixQueries.ofPlatform(id), staleTime: 'static' }),
      loadCatalogue(queryClient),
    ])
  },
}).lazy(() => import('./PlatformPage.tsx').then(({ platformLazyRoute }) => platformLazyRoute))
