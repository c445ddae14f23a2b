import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { plans } from '../../contract/endpoints/plans.ts'
import { answerOf } from '../lib/call.ts'
import { platformsQuery } from '../lib/platforms.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { loadTemporal } from '../lib/temporal.ts'

/** How old what a plan comes to may be while it is looked at, in milliseconds: its forecast moves with the clock. */
const readAgainAfter = 60_000

/** A kept plan, and what it comes to now. */
export const planQuery = (id: string) =>
  queryOptions({
    ...answerOf([...wholeKey('plans'), id], plans.viewPlan, { params: { id } }),
    refetchInterval: readAgainAfter,
  })

/** What has happened to a plan. */
export const planHistoryQuery = (id: string) =>
  answerOf([...wholeKey('plans'), id, 'history'], plans.viewPlanHistory, { params: { id } })

/** What the page of a plan shows at first. */
export async function loadPlan(client: QueryClient, id: string): Promise<void> {
  await Promise.all([
    loadTemporal(),
    client.query({ ...planQuery(id), staleTime: 'static' }),
    // Without their names platforms go by their ids.
    client.query({ ...platformsQuery(), staleTime: 'static' }).catch(() => {}),
  ])
}
