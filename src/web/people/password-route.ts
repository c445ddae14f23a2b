import { createRoute } from '@tanstack/react-router'
import { meQuery } from '../lib/me.ts'
import { rootRoute } from '../frame/Root.tsx'

export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  loader: ({ context: { queryClient } }) => queryClient.query({ ...meQuery(), staleTime: 'static' }),
}).lazy(() => import('./PasswordPage.tsx').then(({ passwordLazyRoute }) => passwordLazyRoute))
