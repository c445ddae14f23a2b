import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import type { BoardView, HandoverTo } from '../../contract/board.ts'
import { board } from '../../contract/endpoints/board.ts'
import { answerAt } from '../lib/answers.ts'
import { read } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { refresh } from '../lib/live/refresh.ts'
import { wholeKey } from '../lib/query-keys.ts'

const perPage = 30

/** What was said, the newest first, by pages. */
export const boardQuery = (view: BoardView) =>
  infiniteQueryOptions({
    queryKey: [...wholeKey('board'), view],
    queryFn: ({ signal, pageParam }) =>
      read('/api/board', {
        query: { view, limit: String(perPage), ...(pageParam !== null && { after: String(pageParam) }) },
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < perPage ? null : (page.at(-1)?.id ?? null)),
  })

/** What waits for who looks. */
export const myWorkQuery = () => answerAt(wholeKey('my-work'), '/api/my-work')

/**
 * Hands a bulletin over, in place of the state that was seen.
 *
 * @throws ApiError `conflict` where another person was quicker, or why it could not be saved
 */
export async function handOver(client: QueryClient, id: string, version: number, body: HandoverTo): Promise<void> {
  await call(board.handOver, { params: { id }, version, body })
  await refresh(client, { triage: [id] })
}
