import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

/** `filter`: what a new address is to give, as the page of alerts has it (`?urgency=immediate`). */
type FeedsSearch = { filter?: string }

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

export const feedsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/feeds',
  validateSearch: (search: FeedsSearch) => search,
}).lazy(async () => (await load()).loadFeeds())
