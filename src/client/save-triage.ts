import type { QueryClient } from '@tanstack/react-query'
import { triage } from '../contract/endpoints/triage.ts'
import type { Triaged } from '../contract/triaged.ts'
import type { TriageChange } from '../contract/triage.ts'
import { ApiError, call } from './api.ts'
import { historyQueries } from './history-queries.ts'
import { nothingKnown, stateIn, triageQuery, withStates } from './triage.ts'

function put(client: QueryClient, changed: readonly Triaged[]) {
  client.setQueryData(triageQuery().queryKey, (known) => withStates(known ?? nothingKnown, changed))
}

async function send(changes: readonly TriageChange[]): Promise<Triaged[]> {
  const [first, ...more] = changes
  if (first === undefined) return []
  if (more.length > 0)
    return (await call(triage.setTriageOfMany, { params: {}, body: { changes: [...changes] } })).states
  const { id, version, ...body } = first
  return [await call(triage.setTriage, { params: { id }, version, body })]
}

/**
 * Sets states, all or none. They are shown at once; if they cannot be saved, what was there before is shown again, or what
 * somebody else has set meanwhile.
 *
 * @throws ApiError `conflict`, with what is there now, or why it could not be saved
 */
export async function saveTriage(client: QueryClient, changes: readonly TriageChange[]): Promise<Triaged[]> {
  const { states } = client.getQueryData(triageQuery().queryKey) ?? nothingKnown
  const before = changes.map(({ id }) => stateIn(states, id))
  put(
    client,
    changes.map((change, at) => ({ at: null, by: null, ...before[at], ...change })),
  )
  try {
    const saved = await send(changes)
    put(client, saved)
    // The record tells of it, whether or not this page is being told what happens.
    const [only, ...more] = saved
    const queryKey = only && more.length === 0 ? historyQueries.of(only.id).queryKey : ['history']
    void client.invalidateQueries({ queryKey })
    return saved
  } catch (error) {
    put(client, error instanceof ApiError ? [...before, ...error.current] : before)
    throw error
  }
}
