import { createRoute } from '@tanstack/react-router'
import { loadIndexBehind } from '../catalogue/load.ts'
import { rootRoute } from '../frame/Root.tsx'

// The page is loaded when it is first opened, and how its data are read comes with it.
const page = () => import('./PlatformPage.tsx')

export const platformRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/platforms/$id',
  loader: async ({ context: { queryClient }, params: { id } }) => {
    const { fixQueries } = await page()
    await queryClient.query({ ...fixQueries.ofPlatform(id), staleTime: 'static' })
    loadIndexBehind(queryClient)
  },
}).lazy(() => page().then(({ platformLazyRoute }) => platformLazyRoute))
