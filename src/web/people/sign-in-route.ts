import { createRoute } from '@tanstack/react-router'
import { meQuery } from '../lib/me.ts'
import { rootRoute } from '../frame/Root.tsx'

/** Where to go afterwards, and why an earlier try was refused: the page knows the reasons. */
export type SignInSearch = { to?: string; refused?: unknown }

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to, refused }: Record<string, unknown>): SignInSearch => ({
    ...(typeof to === 'string' && { to }),
    refused,
  }),
  // Asked anew: a session may have ended unnoticed.
  loader: ({ context: { queryClient } }) => queryClient.query({ ...meQuery(), staleTime: 0 }),
}).lazy(async () => (await import('./pages.ts')).loadSignIn())
