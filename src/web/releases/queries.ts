import { queryOptions } from '@tanstack/react-query'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** What publishers brought out together, the newest month first. */
export const releasesQuery = () =>
  queryOptions({
    queryKey: wholeKey('releases'),
    queryFn: ({ signal }) => read('/api/releases', { signal }),
  })
