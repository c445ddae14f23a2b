import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// The page is loaded when it is first opened, and reads its plan itself.
export const planRoute = createRoute({ getParentRoute: () => rootRoute, path: '/plans/$id' }).lazy(() =>
  import('./PlanPage.tsx').then(({ loadPlanPage }) => loadPlanPage()),
)
