import type { QueryClient } from '@tanstack/react-query'
import { platformsQuery } from '../lib/platforms.ts'
import { historyQueries } from '../versions/queries.ts'

/** What the page that compares versions of a bulletin shows at first. */
export async function loadHistory(client: QueryClient, id: string): Promise<void> {
  await Promise.all([
    client.query({ ...historyQueries.of(id), staleTime: 'static' }),
    client.query({ ...platformsQuery(), staleTime: 'static' }),
  ])
}
