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

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

export const labRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tests',
  validateSearch,
  loaderDeps: ({ search }): BulletinQuery => textsIn(search, false),
  loader: async ({ context, deps }) => (await load()).loadReleaseData(context.queryClient, deps),
}).lazy(async () => (await load()).loadReleasePage())

/** The results of every release, and those of none. */
export const allTestsRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/tests/all',
  validateSearch,
  loader: async ({ context }) => (await load()).loadLabData(context.queryClient),
}).lazy(async () => (await load()).loadLabPage())
