import type { QueryClient } from '@tanstack/react-query'
import { fleet } from '../../contract/endpoints/fleet.ts'
import type { MeasuredRollout, Measurement } from '../../contract/rollouts.ts'
import { readSome } from '../../domain/rollout/inputs.ts'
import { loadFound } from '../catalogue/found-rows.ts'
import { loadFleetFixes } from '../catalogue/load.ts'
import { answerOf, call } from '../lib/call.ts'
import { loadTemporal } from '../lib/temporal.ts'
import { plansQuery } from '../lib/plans.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { callOnce } from '../lib/call-once.ts'

/** The rollouts that were measured. */
export const rolloutsQuery = () => answerOf(wholeKey('rollouts'), fleet.listRollouts, {})

/** What is to be installed on our machines and not done yet. */
export const leftToInstall = { mine: 'to-install', triage: 'new,assessing,planned,deploying,deferred' }

/** What the page shows at first, and what it computes with: the bulletins of the plan, or those that it proposes. */
export async function loadRollouts(client: QueryClient, plan = ''): Promise<void> {
  const { bulletins = [] } = readSome(plan)
  async function loadRows(): Promise<void> {
    const measured = await client.query({ ...rolloutsQuery(), staleTime: 'static' })
    const ids = [...bulletins, ...measured.map(({ bulletin }) => bulletin)]
    await loadFound(client, bulletins.length === 0 ? leftToInstall : { ids: ids.join(',') })
  }
  await Promise.all([
    loadTemporal(),
    // The proposal of what to plan.
    loadFleetFixes(client).catch(() => null),
    loadRows(),
    // Their list would push the page down; it says itself where it cannot be read.
    client.query({ ...plansQuery(), staleTime: 'static' }).catch(() => null),
  ])
}

function put(client: QueryClient, rollouts: MeasuredRollout[]): MeasuredRollout[] {
  client.setQueryData(rolloutsQuery().queryKey, rollouts)
  return rollouts
}

/**
 * Records how long a rollout took; gives all that are on file then.
 *
 * @throws ApiError where it could not be recorded
 */
export async function recordRollout(client: QueryClient, id: string, body: Measurement) {
  const made = await callOnce(fleet.recordRollout, { params: { id }, body })
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
