import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

/** What the pages keep in their address; they read the values themselves. `year`: of the archive. `q`: what is looked for in it. */
export type WeeklySearch = Partial<Record<'year' | 'q', unknown>>

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

const getParentRoute = () => rootRoute
const validateSearch = (search: WeeklySearch) => search

/** The newest issue. */
export const weeklyRoute = createRoute({ getParentRoute, path: '/weekly', validateSearch }).lazy(async () =>
  (await load()).loadNewest(),
)

/** An issue by its number; `next`: as it would be now. */
export const weeklyIssueRoute = createRoute({ getParentRoute, path: '/weekly/$issue', validateSearch }).lazy(async () =>
  (await load()).loadIssuePage(),
)
