import { createRoute } from '@tanstack/react-router'
import { meQuery } from '../lib/me.ts'
import { rootRoute } from '../frame/Root.tsx'

// One file with both pages: the first load knows no more of them than this.
const load = () => import('./pages.ts')

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  loader: async ({ context }) => (await load()).loadPeople(context.queryClient),
}).lazy(async () => (await load()).peopleLazyRoute)

export const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
}).lazy(async () => (await load()).accountLazyRoute)

export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  loader: ({ context: { queryClient } }) => queryClient.query({ ...meQuery(), staleTime: 'static' }),
}).lazy(async () => (await load()).passwordLazyRoute)
