import { createRoute } from '@tanstack/react-router'
import type { BulletinQuery } from '../../contract/summary.ts'
import { filteredRoute } from '../filters/route.ts'
import { rootRoute } from '../frame/Root.tsx'
import type { ShownOption } from './shown.ts'

/** The bulletin and the OS edition that a result is recorded for; `on`: the platform, where editions of one name are on several. */
export type LabSearch = { record?: string | undefined; edition?: string | undefined; on?: string | undefined }

/** `only`: what a figure of the sentence counts. */
export type ReleaseSearch = LabSearch & { only?: ShownOption | undefined }

/** In place of a bulletin: it is chosen in the form. */
export const toChoose = 'choose'

const own = new Set(['record', 'edition', 'on', 'only'])

/** What an address says of these pages, or all else, which is a filter. */
const textsIn = (search: object, isOwn: boolean): object =>
  Object.fromEntries(
    Object.entries(search).filter(([name, value]) => typeof value === 'string' && own.has(name) === isOwn),
  )

const validateSearch = (search: Record<string, unknown>): ReleaseSearch => textsIn(search, true)

// The pages themselves are loaded when they are first opened.
export const labRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tests',
  validateSearch,
  loaderDeps: ({ search }): BulletinQuery => textsIn(search, false),
  loader: async ({ context, deps }) => (await import('./queries.ts')).loadGrid(context.queryClient, deps),
}).lazy(() => import('./ReleasePage.tsx').then((page) => page.releaseLazyRoute))

/** The results of every release, and those of none. */
export const allTestsRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/tests/all',
  validateSearch,
  loader: async ({ context }) => (await import('./queries.ts')).loadReports(context.queryClient),
}).lazy(() => import('./LabPage.tsx').then((page) => page.labLazyRoute))
