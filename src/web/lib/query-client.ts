import { QueryClient, type DefaultOptions } from '@tanstack/react-query'
import { isFinal } from './api.ts'

declare module '@tanstack/react-query' {
  interface Register {
    /** What a write is about, for who is told of it elsewhere. */
    mutationMeta: { bulletin?: string }
  }
}

/** The cache of a page: what was read counts as new for a minute, and a failed reading is tried once more. */
export const makeQueryClient = (queries: DefaultOptions['queries'] = {}): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // Nothing waits unseen for a network to come back: a page says that it cannot be read, and a write fails where it was
      // made, where what was typed stays.
      queries: {
        networkMode: 'always',
        staleTime: 60_000,
        retry: (failures, error) => failures < 1 && !isFinal(error),
        ...queries,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
