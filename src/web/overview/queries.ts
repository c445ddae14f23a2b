import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import { seenBy } from '../changes/use-seen.ts'
import { answerAt } from '../lib/answers.ts'
import { wholeKey } from '../lib/query-keys.ts'

type Asked = {
  /** The key of a release; the newest where it is undefined. */
  release: string | undefined
  /** The last event that the reader has seen; null on a first visit. */
  seen: number | null
}

/** All that the start page shows of a release. */
export const overviewQuery = ({ release, seen }: Asked) =>
  queryOptions({
    ...answerAt([...wholeKey('overview'), release ?? null, seen], '/api/overview', {
      query: { ...(release !== undefined && { release }), ...(seen !== null && { since: String(seen) }) },
    }),
    placeholderData: keepPreviousData,
  })

/** Has the answer there before the page is shown. */
export const loadOverview = (client: QueryClient, release: string | undefined) =>
  client.query({ ...overviewQuery({ release, seen: seenBy(client) }), staleTime: 'static' })
