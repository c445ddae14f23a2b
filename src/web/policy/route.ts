import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'
import { policyQuery } from './queries.ts'

export const policyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy',
  loader: ({ context: { queryClient } }) => queryClient.query({ ...policyQuery(), staleTime: 'static' }),
}).lazy(async () => (await import('./pages.ts')).loadPolicyPage())
