import { createRoute } from '@tanstack/react-router'
import { meQuery } from '../../client/me.ts'
import { rootRoute } from '../frame/root.tsx'

export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  loader: ({ context: { queryClient } }) => queryClient.query({ ...meQuery(), staleTime: 'static' }),
}).lazy(() => import('./password.lazy.tsx').then(({ passwordLazyRoute }) => passwordLazyRoute))
