import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

/** Which talk is shown, checked by the page. */
export type BoardSearch = { view?: string }

export const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/board',
  validateSearch: (search: BoardSearch) => search,
}).lazy(async () => (await load()).loadBoard())

export const myWorkRoute = createRoute({ getParentRoute: () => rootRoute, path: '/my-work' }).lazy(async () =>
  (await load()).loadMyWork(),
)
