import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

/**
 * What the page keeps in its address; it reads the values itself. `whose`: `own` or `team`, whose subscriptions are listed.
 * `subscription`: the number of the open one. `show`: what is in the place of the list, `form`, of that one or of a new
 * one, or `log`. `from`: the ready-made one that a new one starts from. `failing`: `yes`, whether the log has only what did not arrive.
 */
export type NoticesSearch = Partial<Record<'whose' | 'subscription' | 'show' | 'from' | 'failing', unknown>>

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

const getParentRoute = () => rootRoute

export const noticesRoute = createRoute({
  getParentRoute,
  path: '/notices',
  validateSearch: (search: NoticesSearch) => search,
}).lazy(async () => (await load()).loadNotices())

export const confirmRoute = createRoute({ getParentRoute, path: '/confirm' }).lazy(async () =>
  (await load()).loadConfirm(),
)

export const unsubscribeRoute = createRoute({ getParentRoute, path: '/unsubscribe' }).lazy(async () =>
  (await load()).loadUnsubscribe(),
)
