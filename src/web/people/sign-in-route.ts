import { createRoute } from '@tanstack/react-router'
import { meQuery } from '../lib/me.ts'
import { rootRoute } from '../frame/Root.tsx'

/** Where to go afterwards, and why an earlier try was refused. */
export type SignInSearch = { to?: string; refused?: 'unavailable' | 'refused' | 'no-role' }

const reasons = ['unavailable', 'refused', 'no-role'] as const

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to, refused }: Record<string, unknown>): SignInSearch => {
    const reason = reasons.find((each) => each === refused)
    return {
      ...(typeof to === 'string' && { to }),
      ...(reason !== undefined && { refused: reason }),
    }
  },
  // Asked anew: a session may have ended unnoticed.
  loader: ({ context: { queryClient } }) => queryClient.query({ ...meQuery(), staleTime: 0 }),
}).lazy(() => import('./SignInPage.tsx').then(({ signInLazyRoute }) => signInLazyRoute))
