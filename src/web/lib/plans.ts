import { queryOptions } from '@tanstack/react-query'
import { read } from './api.ts'
import { wholeKey } from './query-keys.ts'

/** All kept plans, a line each; the one changed last first. */
export const plansQuery = () =>
  queryOptions({
    queryKey: [...wholeKey('plans'), 'all'],
    queryFn: ({ signal }) => read('/api/plans', { signal }),
  })
