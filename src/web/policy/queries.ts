import { queryOptions } from '@tanstack/react-query'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** The policy that due days come from. */
export const policyQuery = () =>
  queryOptions({
    queryKey: wholeKey('due-policy'),
    queryFn: ({ signal }) => read('/api/due/policy', { signal }),
  })
