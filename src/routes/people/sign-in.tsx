import { createRoute } from '@tanstack/react-router'
import { meQuery } from '../../client/me.ts'
import { rootRoute } from '../frame/root.tsx'

/** Where to go then, and why an earlier try was refused. */
export type SignInSearch = { to?: string; refused?: 'unavailable' | 'refused' | 'no-role' }

const reasons = ['unavailable', 'refused', 'no-role'] as const

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to, refused }: Record<string, unknown>): SignInSearch => {
    const reason = reasons.find((each) => each === refused)
    return {
      // A path of this server, and nothing that a browser would take for another.
      ...(typeof to === 'string' && /^\/(?![/\\])/.test(to) && { to }),
      ...(reason !== undefined && { refused: reason }),
    }
  },
  loader: ({ context: { queryClient } }) => queryClient.query({ ...meQuery(), staleTime: 'static' }),
}).lazy(() => import('./sign-in.lazy.tsx').then(({ signInLazyRoute }) => signInLazyRoute))
