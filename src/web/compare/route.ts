import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../frame/Root.tsx'

/** Two versions by their numbers, the first is 1; without them the last two. `all` shows what is the same, too. */
export type CompareSearch = { from?: string; to?: string; all?: 'yes' | undefined }

const isNumber = (value: unknown): value is string => typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value)

// Where its pages are is said in another file: the first load knows no more of them than this.
const load = () => import('./pages.ts')

export const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bulletins/$id/compare',
  validateSearch: ({ from, to, all }: Record<string, unknown>): CompareSearch => ({
    ...(isNumber(from) && { from }),
    ...(isNumber(to) && { to }),
    ...(all === 'yes' && { all }),
  }),
  loader: async ({ context, params: { id } }) => (await load()).loadCompareData(context.queryClient, id),
}).lazy(async () => (await load()).loadCompare())
