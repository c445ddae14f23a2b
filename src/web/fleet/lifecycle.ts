/** Until when platforms are supported, read when it is first shown. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { PlatformLifecycle } from '../../contract/lifecycle.ts'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

export const lifecycleQuery = () =>
  queryOptions({
    queryKey: wholeKey('lifecycle'),
    queryFn: ({ signal }) => read('/api/lifecycle', { signal }),
  })

/** The platforms whose support is known; undefined until that is loaded. */
export const useLifecycles = (): readonly PlatformLifecycle[] | undefined => useQuery(lifecycleQuery()).data?.platforms
