import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Concerns } from '../../contract/board.ts'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** What concerns who looks. */
export const concernsQuery = () =>
  queryOptions({ queryKey: wholeKey('concerns'), queryFn: ({ signal }) => read('/api/concerns', { signal }) })

/** Says that all of this was read. What could not be saved is unread again when it is asked for next. */
export async function readAll(client: QueryClient, { upTo }: Concerns): Promise<void> {
  client.setQueryData(concernsQuery().queryKey, (known) => known && { ...known, unread: 0 })
  const [{ board }, { call }] = await Promise.all([
    import('../../contract/endpoints/board.ts'),
    import('../lib/api.ts'),
  ])
  await call(board.setRead, { params: {}, body: upTo }).catch(() => {})
}
