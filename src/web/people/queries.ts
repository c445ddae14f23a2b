import { infiniteQueryOptions, queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { AuditTopic } from '../../contract/audit.ts'
import { access } from '../../contract/endpoints/access.ts'
import { people } from '../../contract/endpoints/people.ts'
import { privateFeeds } from '../../contract/endpoints/private-feeds.ts'
import { saved } from '../../contract/endpoints/saved.ts'
import { answerOf, call } from '../lib/call.ts'
import { ApiError } from '../lib/api.ts'
import { meQuery } from '../lib/me.ts'

/** The lines of one answer. */
const linesAtOnce = 200

/** The live stream says nothing of people and tokens: the page asks again by itself, in milliseconds. */
const refetchInterval = 15_000

export const peopleQueries = {
  list: () => queryOptions({ ...answerOf(['people'], people.listPeople, {}), refetchInterval }),
  teams: () =>
    queryOptions({
      ...answerOf(['teams'], saved.viewTeams, {}),
      // What is typed is not to be lost to a look at the server.
      staleTime: Infinity,
    }),
  tokens: () => queryOptions({ ...answerOf(['tokens'], people.listTokens, {}), refetchInterval }),
  feeds: () =>
    queryOptions({ ...answerOf(['people', 'private-feeds'], privateFeeds.listPeopleFeeds, {}), refetchInterval }),
  audit: (topic: AuditTopic | null = null) =>
    infiniteQueryOptions({
      queryKey: topic === null ? ['audit'] : ['audit', topic],
      queryFn: ({ signal, pageParam }) => {
        const query = { ...(pageParam !== null && { before: pageParam }), ...(topic !== null && { topic }) }
        return call(people.listAudit, { query, signal })
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page) => (page.length < linesAtOnce ? undefined : String(page.at(-1)?.id ?? 0)),
      staleTime: 0,
      refetchInterval,
    }),
}

/** Where the reader is signed in: asked anew whenever the page is opened. */
export const signInsQuery = () =>
  queryOptions({ ...answerOf(['sign-ins'], access.listSignIns, {}), refetchInterval, staleTime: 0 })

/**
 * What the page shows at first.
 *
 * @throws ApiError `forbidden` for who is no admin, `unauthenticated` for who has not said who they are: the server would
 *   say so three times
 */
export async function loadPeople(client: QueryClient): Promise<void> {
  const { name, role } = await client.query({ ...meQuery(), staleTime: 'static' })
  if (role !== 'admin') throw new ApiError(name === null ? 'unauthenticated' : 'forbidden', 'this takes the role admin')
  await Promise.all([
    client.query({ ...peopleQueries.list(), staleTime: 'static' }),
    client.query({ ...peopleQueries.teams(), staleTime: 'static' }),
    client.query({ ...peopleQueries.tokens(), staleTime: 'static' }),
  ])
}

/** Reads people, tokens and the log again: a change of one shows in the others. */
export function useReloadPeople(): () => Promise<unknown> {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [peopleQueries.list(), peopleQueries.teams(), peopleQueries.tokens(), peopleQueries.audit()].map(({ queryKey }) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
}
