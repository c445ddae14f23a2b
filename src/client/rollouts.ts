import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { fleet } from '../contract/endpoints/fleet.ts'
import type { MeasuredRollout, Measurement } from '../contract/rollouts.ts'
import { call } from './api.ts'

/** The rollouts that were measured. */
export const rolloutsQuery = () =>
  queryOptions({
    queryKey: ['rollouts'],
    queryFn: ({ signal }) => call(fleet.listRollouts, { params: {}, signal }),
  })

function put(client: QueryClient, rollouts: MeasuredRollout[]): MeasuredRollout[] {
  client.setQueryData(rolloutsQuery().queryKey, rollouts)
  return rollouts
}

/**
 * Records how long a rollout took; gives all that are on file then.
 *
 * @throws ApiError where it could not be recorded
 */
export const recordRollout = async (client: QueryClient, id: string, body: Measurement) =>
  put(client, await call(fleet.recordRollout, { params: { id }, body }))

/**
 * Takes a rollout back; gives all that are on file then.
 *
 * @throws ApiError where it could not be taken back
 */
export const withdrawRollout = async (client: QueryClient, id: number) =>
  put(client, await call(fleet.withdrawRollout, { params: { rollout: String(id) } }))
