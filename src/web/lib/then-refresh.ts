import type { QueryClient } from '@tanstack/react-query'
import type { Changes } from '../../contract/events.ts'
import { codeOf } from './api.ts'
import { refresh } from './live/refresh.ts'

type Topics = Changes['topics']

/**
 * Waits for a write, and reads again what it has changed. After a conflict, what another person did is read before the error
 * is passed on: `theirs`, where that is something else.
 */
export async function thenRefresh<T>(
  client: QueryClient,
  topics: Topics,
  sent: Promise<T>,
  theirs = topics,
): Promise<T> {
  const done = await sent.catch(async (error: unknown) => {
    if (codeOf(error) === 'conflict') await refresh(client, theirs)
    throw error
  })
  await refresh(client, topics)
  return done
}
