import { queryOptions } from '@tanstack/react-query'
import { read } from './api.ts'

/** The platforms by their names, without the index of all bulletins. */
export const platformsQuery = () =>
  queryOptions({ queryKey: ['platforms'], queryFn: ({ signal }) => read('/api/platforms', { signal }) })
