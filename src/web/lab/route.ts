import { createRoute } from '@tanstack/react-router'
import { filteredRoute } from '../filters/route.ts'
import { rootRoute } from '../frame/Root.tsx'
import type { ShownOption } from './shown.ts'

/** The bulletin and the OS edition that a result is recorded for; `on`: the platform, where editions of one name are on several. */
export type LabSearch = { record?: string | undefined; edition?: string | undefined; on?: string | undefined }

/** `only`: what a figure of the sentence counts. */
export type ReleaseSearch = LabSearch & { only?: ShownOption | undefined }

/** In place of a bulletin: it is chosen in the form. */
export const toChoose = 'choose'

const readTexts = (search: Record<string, unknown>, fields: readonly string[]): object =>
  Object.fromEntries(
    Object.entries(search).filter(([name, value]) => fields.includes(name) && typeof value === 'string'),
  )

const labFields = ['record', 'edition', 'on']

// The pages themselves are loaded when they are first opened.
export const labRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tests',
  validateSearch: (search: Record<string, unknown>): ReleaseSearch => readTexts(search, [...labFields, 'only']),
  loaderDeps: ({ search: { record: _, edition: __, on: ___, only: ____, ...query } }) => query,
  loader: async ({ context: { queryClient }, deps }) => (await import('./load-grid.ts')).loadGrid(queryClient, deps),
}).lazy(() => import('./ReleasePage.tsx').then(({ releaseLazyRoute }) => releaseLazyRoute))

/** The results of every release, and those of none. */
export const allTestsRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/tests/all',
  validateSearch: (search: Record<string, unknown>): LabSearch => readTexts(search, labFields),
  loader: async ({ context: { queryClient } }) => {
    const { labQueries } = await import('./queries.ts')
    return queryClient.query({ ...labQueries.reports(), staleTime: 'static' })
  },
}).lazy(() => import('./LabPage.tsx').then(({ labLazyRoute }) => labLazyRoute))
