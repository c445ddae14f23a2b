import { QueryClient, type DefaultOptions } from '@tanstack/react-query'
import { isFinal } from './api.ts'

/** The cache of a page: what was read counts as new for a minute, and a failed reading is tried once more. */
export const makeQueryClient = (queries: DefaultOptions['queries'] = {}): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 60_000, retry: (failures, error) => failures < 1 && !isFinal(error), ...queries },
      // A write never waits unseen for a network to come back: it fails where it was made, and what was typed stays there.
      mutations: { networkMode: 'always', retry: false },
    },
  })
