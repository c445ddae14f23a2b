import type { QueryClient } from '@tanstack/react-query'
import type { Changes } from '../../contract/events.ts'
import { codeOf } from './api.ts'
import { refresh } from './live/refresh.ts'

/** Waits for a write. After a conflict, what another person did is read before the error is passed on. */
export async function refreshOnConflict(
  client: QueryClient,
  topics: Changes['topics'],
  sent: Promise<unknown>,
): Promise<void> {
  try {
    await sent
  } catch (error) {
    if (codeOf(error) === 'conflict') await refresh(client, topics)
    throw error
  }
}
