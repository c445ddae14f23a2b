import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// What it reads comes with its parts: few open it first.
export const holdsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/holds' }).lazy(async () =>
  (await import('./pages.ts')).loadHoldsPage(),
)
