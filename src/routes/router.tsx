/** The whole map of the site. */
import type { QueryClient } from '@tanstack/react-query'
import { createRouter, type RouterHistory } from '@tanstack/react-router'
import { alertsRoute } from './filtered/alerts.tsx'
import { bulletinRoute } from './bulletin/bulletin.tsx'
import { compareRoute } from './bulletin/compare.tsx'
import { NotFound, RouteError } from './frame/failures.tsx'
import { filteredRoute } from './filtered/filtered.tsx'
import { fleetRoute } from './fleet/fleet.tsx'
import { matrixRoute } from './filtered/matrix.tsx'
import { rootRoute } from './frame/root.tsx'
import { parseSearch, stringifySearch } from './search.ts'
import { passwordRoute } from './people/password.tsx'
import { peopleRoute } from './people/people.tsx'
import { rolloutRoute } from './rollout/rollout.tsx'
import { signInRoute } from './people/sign-in.tsx'
import { sourcesRoute } from './sources/sources.tsx'
import { testsRoute } from './filtered/tests.tsx'

const routeTree = rootRoute.addChildren([
  filteredRoute.addChildren([alertsRoute, matrixRoute, testsRoute]),
  bulletinRoute,
  compareRoute,
  rolloutRoute,
  sourcesRoute,
  fleetRoute,
  peopleRoute,
  passwordRoute,
  signInRoute,
])

export const makeRouter = ({ queryClient, history }: { queryClient: QueryClient; history?: RouterHistory }) =>
  createRouter({
    routeTree,
    context: { queryClient },
    ...(history && { history }),
    parseSearch,
    stringifySearch,
    // Without this, values that `validateSearch` left out would come back from the raw address.
    search: { strict: true },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
  })

export type AppRouter = ReturnType<typeof makeRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
