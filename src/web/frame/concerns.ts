import type { QueryClient } from '@tanstack/react-query'
import type { Concerns } from '../../contract/board.ts'
import { answerAt } from '../lib/answers.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** What concerns who looks. */
export const concernsQuery = () => answerAt(wholeKey('concerns'), '/api/concerns')

/** Says that all of this was read. What could not be saved is unread again when it is asked for next. */
export async function readAll(client: QueryClient, { upTo }: Concerns): Promise<void> {
  client.setQueryData(concernsQuery().queryKey, (known) => known && { ...known, unread: 0 })
  const [{ board }, { call }] = await Promise.all([
    import('../../contract/endpoints/board.ts'),
    import('../lib/call.ts'),
  ])
  await call(board.setRead, { body: upTo }).catch(() => {})
}
