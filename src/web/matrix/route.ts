import { createRoute, redirect } from '@tanstack/react-router'
import { readQuery } from '../../domain/filter/query.ts'
import { filteredRoute } from '../filters/route.ts'

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

/** Whether an address asks for bulletins by anything: then no release is added, which might hide what it asks for. */
const asksForSome = (search: object): boolean => {
  const { sort: _, ...conditions } = readQuery(search as Record<string, unknown>)
  return Object.values(conditions).some((value) => value !== undefined)
}

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
  loaderDeps: ({ search }) => ({ by: search.by, isOpen: search.scope !== 'all' && !asksForSome(search) }),
  async loader({ context: { queryClient }, deps, location: { search } }) {
    const { loadMatrixData } = await load()
    const newest = await loadMatrixData(queryClient, { ...deps, query: readQuery(search) })
    if (newest === null) return
    redirect({ to: '.', search: (search: object) => ({ ...search, release: newest }), replace: true, throw: true })
  },
}).lazy(async () => (await load()).loadMatrixPage())
