import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { fleet } from '../../contract/endpoints/fleet.ts'
import type { MeasuredRollout, Measurement } from '../../contract/rollouts.ts'
import { loadCatalogue, loadFleetFixes } from '../catalogue/load.ts'
import { call } from '../lib/api.ts'
import { loadTemporal } from '../lib/temporal.ts'
import { plansQuery } from '../lib/plans.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { callOnce } from '../lib/call-once.ts'

/** The rollouts that were measured. */
export const rolloutsQuery = () =>
  queryOptions({
    queryKey: wholeKey('rollouts'),
    queryFn: ({ signal }) => call(fleet.listRollouts, { params: {}, signal }),
  })

/** What the page shows at first, and what it computes with. */
export async function loadRollouts(client: QueryClient): Promise<void> {
  await Promise.all([
    loadTemporal(),
    // The proposal of what to plan.
    loadFleetFixes(client).catch(() => null),
    client.query({ ...rolloutsQuery(), staleTime: 'static' }),
    loadCatalogue(client),
    // Their list would push the page down; it says itself where it cannot be read.
    client.query({ ...plansQuery(), staleTime: 'static' }).catch(() => null),
  ])
}

function put(client: QueryClient, rollouts: MeasuredRollout[]): MeasuredRollout[] {
  client.setQueryData(rolloutsQuery().queryKey, rollouts)
  return rollouts
}

/**
 * Records how long a rollout took, under the key that it has kept, if it has one; gives all that are on file then.
 *
 * @throws ApiError where it could not be recorded
 */
export async function recordRollout(client: QueryClient, id: string, body: Measurement, key?: string) {
  const made = await callOnce(fleet.recordRollout, { params: { id }, body, ...(key !== undefined && { key }) })
  const { queryKey } = rolloutsQuery()
  const others = (client.getQueryData(queryKey) ?? []).filter((run) => run.id !== made.id)
  const runs = put(client, [...others, made])
  void client.invalidateQueries({ queryKey })
  return runs
}

/**
 * Takes a rollout back; gives all that are on file then.
 *
 * @throws ApiError where it could not be taken back
 */
export const withdrawRollout = async (client: QueryClient, id: number) =>
  put(client, await call(fleet.withdrawRollout, { params: { rollout: String(id) } }))
