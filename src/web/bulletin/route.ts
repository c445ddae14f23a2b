import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// The page itself is loaded when it is first opened, and so is how its data are read.
export const bulletinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bulletins/$id',
  loader: async ({ context, params: { id } }) => (await import('./load.ts')).loadBulletin(context.queryClient, id),
}).lazy(() => import('./BulletinPage.tsx').then((page) => page.bulletinLazyRoute))
