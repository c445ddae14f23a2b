import { createRoute, redirect } from '@tanstack/react-router'
import { readQuery } from '../../domain/filter/query.ts'
import { asksForSome, filteredRoute } from '../filters/route.ts'
import { releasesQuery } from '../releases/queries.ts'

/**
 * What the matrix keeps in its address beside the filter: the unit of its rows, what is shown unfolded of columns and rows,
 * and whether all that is on file is wanted in place of the newest release.
 */
export type MatrixSearch = {
  by?: 'vulnerability' | undefined
  unfold?: string | undefined
  open?: string | undefined
  scope?: 'all' | undefined
}

const isList = (given: unknown): given is string =>
  typeof given === 'string' && /^[a-z0-9-]+(,[a-z0-9-]+)*$/.test(given)

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

export const matrixRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/matrix',
  validateSearch: ({ by, unfold, open, scope }: Record<string, unknown>): MatrixSearch => ({
    ...(by === 'vulnerability' && { by }),
    ...(isList(unfold) && { unfold }),
    ...(isList(open) && { open }),
    ...(scope === 'all' && { scope }),
  }),
  // Before anything is loaded: what was loaded ahead for a link is that of the release then. None is added where it
  // might hide what is asked for.
  async beforeLoad({ context: { queryClient }, search }) {
    if (search.scope === 'all' || asksForSome(search)) return
    const releases = await queryClient.query({ ...releasesQuery(), staleTime: 'static' }).catch(() => null)
    if (!releases?.newest) return
    redirect({ to: '.', search: { ...search, release: releases.newest }, replace: true, throw: true })
  },
  loaderDeps: ({ search: { by } }) => ({ by }),
  loader: async ({ context: { queryClient }, deps: { by }, location: { search } }) =>
    (await load()).loadMatrixData(queryClient, by, readQuery(search)),
}).lazy(async () => (await load()).loadMatrixPage())
