import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// The pages are loaded when they are first opened.
export const boardRoute = createRoute({ getParentRoute: () => rootRoute, path: '/board' }).lazy(() =>
  import('./BoardPage.tsx').then(({ boardLazyRoute }) => boardLazyRoute),
)

export const myWorkRoute = createRoute({ getParentRoute: () => rootRoute, path: '/my-work' }).lazy(() =>
  import('./MyWorkPage.tsx').then(({ myWorkLazyRoute }) => myWorkLazyRoute),
)
