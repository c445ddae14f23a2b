import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// How its data are read comes with the page: one file less that the first load names.
const page = () => import('./SourcesPage.tsx')

export const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources',
  loader: async ({ context }) => (await page()).loadSources(context.queryClient),
}).lazy(() => page().then(({ sourcesLazyRoute }) => sourcesLazyRoute))
