import type { QueryClient } from '@tanstack/react-query'
import { triage } from '../../contract/endpoints/triage.ts'
import type { Triaged, TriageChange } from '../../contract/triage.ts'
import { ApiError } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { historyQueries } from '../versions/queries.ts'
import { nothingKnown, stateIn, triageQuery, withStates } from './queries.ts'

function put(client: QueryClient, changed: readonly Triaged[]) {
  client.setQueryData(triageQuery().queryKey, (known) => withStates(known ?? nothingKnown, changed))
}

async function send(changes: readonly TriageChange[]): Promise<Triaged[]> {
  const [first, ...more] = changes
  if (first === undefined) return []
  if (more.length > 0) return (await call(triage.setTriageOfMany, { body: { changes: [...changes] } })).states
  const { id, version, ...body } = first
  return [await call(triage.setTriage, { params: { id }, version, body })]
}

/** The states that are there now, of a conflict; none of any other error. */
export const currentStates = (error: unknown): readonly Triaged[] =>
  error instanceof ApiError ? ((error.current ?? []) as Triaged[]) : []

/** What the server has said last of a state, and how many changes of it are on their way. */
type UnderWay = { confirmed: Triaged; changes: number }

const pages = new WeakMap<QueryClient, Map<string, UnderWay>>()

function underWayIn(client: QueryClient): Map<string, UnderWay> {
  const known = pages.get(client)
  if (known !== undefined) return known
  const made = new Map<string, UnderWay>()
  pages.set(client, made)
  return made
}

/**
 * Sets states, all or none. They are shown at once; if they cannot be saved, what the server has said last is shown again,
 * whatever else is on its way: the current state, or what another person has set meanwhile.
 *
 * @throws ApiError `conflict`, with what is there now, or why it could not be saved
 */
export async function saveTriage(client: QueryClient, changes: readonly TriageChange[]): Promise<Triaged[]> {
  const { states } = client.getQueryData(triageQuery().queryKey) ?? nothingKnown
  const underWay = underWayIn(client)
  const confirm = (known: readonly Triaged[]) => {
    for (const state of known) {
      const own = underWay.get(state.id)
      if (own !== undefined && state.version >= own.confirmed.version) own.confirmed = state
    }
  }
  for (const { id } of changes) {
    const { confirmed, changes: before } = underWay.get(id) ?? { confirmed: stateIn(states, id), changes: 0 }
    underWay.set(id, { confirmed, changes: before + 1 })
  }
  put(
    client,
    changes.map((change) => ({ ...stateIn(states, change.id), ...change })),
  )
  try {
    const saved = await send(changes)
    confirm(saved)
    put(client, saved)
    // The record tells of it, whether or not this page is being told what happens.
    const [only, ...more] = saved
    const queryKey = only && more.length === 0 ? historyQueries.of(only.id).queryKey : ['history']
    void client.invalidateQueries({ queryKey })
    return saved
  } catch (error) {
    confirm(currentStates(error))
    put(
      client,
      changes.flatMap(({ id }) => underWay.get(id)?.confirmed ?? []),
    )
    throw error
  } finally {
    for (const { id } of changes) {
      const own = underWay.get(id)
      if (own !== undefined && --own.changes === 0) underWay.delete(id)
    }
  }
}
