/** The whole map of the site. */
import type { QueryClient } from '@tanstack/react-query'
import { createRouter, type RouterHistory } from '@tanstack/react-router'
import { alertsRoute } from './alerts/route.ts'
import { boardRoute, myWorkRoute } from './board/route.ts'
import { bulletinRoute } from './bulletin/route.ts'
import { compareRoute } from './compare/route.ts'
import { NotFound, RouteError } from './frame/failures.tsx'
import { filteredRoute } from './filters/route.ts'
import { platformRoute } from './fixes/route.ts'
import { feedsRoute } from './private-feeds/route.ts'
import { fleetRoute } from './fleet/route.ts'
import { holdsRoute } from './holds/route.ts'
import { machinesRoute } from './machines/route.ts'
import { matrixRoute } from './matrix/route.ts'
import { confirmRoute, noticesRoute, unsubscribeRoute } from './notices/route.ts'
import { overviewRoute } from './overview/route.ts'
import { rootRoute } from './frame/Root.tsx'
import { planRoute } from './plans/route.ts'
import { policyRoute } from './policy/route.ts'
import { parseSearch, stringifySearch } from './lib/search.ts'
import { accountRoute, passwordRoute, peopleRoute } from './people/route.ts'
import { howWeDoRoute, planRecordRoute, recordRoute } from './reports/route.ts'
import { rolloutRoute } from './rollout/route.ts'
import { signInRoute } from './people/sign-in-route.ts'
import { sourcesRoute } from './sources/route.ts'
import { weeklyIssueRoute, weeklyRoute } from './weekly/route.ts'
import { vulnerabilityRoute } from './vulnerability/route.ts'
import { allTestsRoute, labRoute } from './lab/route.ts'
import { LoadingPage } from './ui/layout/LoadingPage.tsx'

const routeTree = rootRoute.addChildren([
  overviewRoute,
  filteredRoute.addChildren([alertsRoute, matrixRoute, allTestsRoute]),
  labRoute,
  bulletinRoute,
  vulnerabilityRoute,
  compareRoute,
  rolloutRoute,
  planRoute,
  howWeDoRoute,
  recordRoute,
  planRecordRoute,
  sourcesRoute,
  fleetRoute,
  machinesRoute,
  policyRoute,
  holdsRoute,
  boardRoute,
  myWorkRoute,
  platformRoute,
  noticesRoute,
  confirmRoute,
  weeklyRoute,
  weeklyIssueRoute,
  unsubscribeRoute,
  peopleRoute,
  accountRoute,
  passwordRoute,
  feedsRoute,
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
    // A page that was there a moment ago is left only for one that takes long.
    defaultPendingComponent: LoadingPage,
    defaultPendingMinMs: 0,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
  })

export type AppRouter = ReturnType<typeof makeRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
