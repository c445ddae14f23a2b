import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

// The pages are loaded when one of them is first opened.
const pages = () => import('./pages.ts')

export const boardRoute = createRoute({ getParentRoute: () => rootRoute, path: '/board' }).lazy(() =>
  pages().then(({ boardLazyRoute }) => boardLazyRoute),
)

export const myWorkRoute = createRoute({ getParentRoute: () => rootRoute, path: '/my-work' }).lazy(() =>
  pages().then(({ myWorkLazyRoute }) => myWorkLazyRoute),
)
