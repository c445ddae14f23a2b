import { createRoute, redirect } from '@tanstack/react-router'
import { readReleaseKey } from '../../contract/release-key.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { filteredRoute } from '../filters/route.ts'
import { rootRoute } from '../frame/Root.tsx'
import { shownOptions, type ShownOption } from './shown.ts'

/** The bulletin and the OS edition that a result is recorded for; `on`: the platform, where editions of one name are on several. */
export type LabSearch = { record?: string | undefined; edition?: string | undefined; on?: string | undefined }

export type ReleaseSearch = LabSearch & { only?: ShownOption | undefined }

/** In place of a bulletin: it is chosen in the form. */
export const toChoose = 'choose'

const readLab = ({ record, edition, on }: Record<string, unknown>): LabSearch => ({
  ...(typeof record === 'string' && { record }),
  ...(typeof edition === 'string' && { edition }),
  ...(typeof on === 'string' && { on }),
})

const readOnly = ({ only }: Record<string, unknown>): { only?: ShownOption } => {
  const option = shownOptions.find((each) => each === only)
  return option === undefined ? {} : { only: option }
}

/** The key of the release of an address; null for the newest. */
export function releaseOf(search: Record<string, unknown>): string | null {
  const { release = '' } = readQuery(search)
  return readReleaseKey(release) === null ? null : release
}

/** Whether an address asks for more than one release: a filter is applied where all results are. */
function isFiltered(search: Record<string, unknown>): boolean {
  const { release, ...conditions } = readQuery(search)
  return Object.keys(conditions).length > 0 || (release !== undefined && readReleaseKey(release) === null)
}

// The pages themselves are loaded when they are first opened.
export const labRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tests',
  validateSearch: (search: Record<string, unknown>): ReleaseSearch => ({ ...readLab(search), ...readOnly(search) }),
  loaderDeps: ({ search }) => ({ release: releaseOf(search) }),
  beforeLoad({ search }) {
    if (isFiltered(search)) redirect({ to: '/tests/all', search: true, hash: true, replace: true, throw: true })
  },
  loader: async ({ context: { queryClient }, deps }) => {
    const { labQueries } = await import('./queries.ts')
    const grid = await queryClient.query({ ...labQueries.grid(deps.release), staleTime: 'static' })
    if (grid.release === null) redirect({ to: '/tests/all', search: true, hash: true, replace: true, throw: true })
  },
}).lazy(() => import('./ReleasePage.tsx').then(({ releaseLazyRoute }) => releaseLazyRoute))

/** The results of every release, and those of none. */
export const allTestsRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/tests/all',
  validateSearch: readLab,
  loader: async ({ context: { queryClient } }) => {
    const { labQueries } = await import('./queries.ts')
    return queryClient.query({ ...labQueries.reports(), staleTime: 'static' })
  },
}).lazy(() => import('./LabPage.tsx').then(({ labLazyRoute }) => labLazyRoute))
