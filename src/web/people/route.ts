import { createRoute } from '@tanstack/react-router'
import { meQuery } from '../lib/me.ts'
import { rootRoute } from '../frame/Root.tsx'

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  loader: async ({ context }) => (await load()).loadPeopleData(context.queryClient),
}).lazy(async () => (await load()).loadPeoplePage())

export const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
}).lazy(async () => (await load()).loadAccountPage())

export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  loader: ({ context: { queryClient } }) => queryClient.query({ ...meQuery(), staleTime: 'static' }),
}).lazy(async () => (await load()).loadPasswordPage())
