import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

/** `filter`: what a new address is to give, as the page of alerts has it (`?urgency=immediate`). */
type FeedsSearch = { filter?: string }

export const feedsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/feeds',
  validateSearch: (search: FeedsSearch) => search,
}).lazy(() => import('./FeedsPage.tsx').then(({ feedsLazyRoute }) => feedsLazyRoute))
