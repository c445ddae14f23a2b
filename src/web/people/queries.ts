import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { people } from '../../contract/endpoints/people.ts'
import { call } from '../lib/api.ts'

/** As many lines as one answer has. */
const linesAtOnce = 200

/** Open pages are not told of access events: this one asks again by itself, in milliseconds. */
const refetchInterval = 15_000

export const peopleQueries = {
  list: () =>
    queryOptions({
      queryKey: ['people'],
      queryFn: ({ signal }) => call(people.listPeople, { params: {}, signal }),
      refetchInterval,
    }),
  tokens: () =>
    queryOptions({
      queryKey: ['tokens'],
      queryFn: ({ signal }) => call(people.listTokens, { params: {}, signal }),
      refetchInterval,
    }),
  audit: () =>
    infiniteQueryOptions({
      queryKey: ['audit'],
      queryFn: ({ signal, pageParam }) =>
        call(people.listAudit, { params: {}, query: pageParam === null ? {} : { before: pageParam }, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => (page.length < linesAtOnce ? undefined : String(page.at(-1)?.id ?? 0)),
      staleTime: 0,
      refetchInterval,
    }),
}
