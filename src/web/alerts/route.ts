import { createRoute } from '@tanstack/react-router'
import { filteredRoute } from '../filters/route.ts'
import { readAlertsSearch } from './views.ts'

// The page itself is loaded when it is first opened.
export const alertsRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/alerts',
  validateSearch: readAlertsSearch,
}).lazy(() => import('./AlertsPage.tsx').then((page) => page.alertsLazyRoute))
