import type { QueryClient } from '@tanstack/react-query'
import type { Coverage } from '../../contract/coverage.ts'
import { fleet } from '../../contract/endpoints/fleet.ts'
import { lab } from '../../contract/endpoints/lab.ts'
import type { Decision } from '../../contract/lab.ts'
import { answerOf } from '../lib/call.ts'
import { bulletinKey } from '../lib/query-keys.ts'
import { callOnce } from '../lib/call-once.ts'
import { refresh } from '../lib/live/refresh.ts'
import { thenRefresh } from '../lib/then-refresh.ts'

/** The machines of a bulletin that have been checked. */
export const coverageQuery = (id: string) =>
  answerOf(bulletinKey('coverage', id), fleet.viewCoverage, { params: { id } })

/**
 * Saves what the verification script printed.
 *
 * @throws ApiError `invalid` where no line can be read
 */
export async function reportCoverage(client: QueryClient, id: string, csv: string): Promise<Coverage> {
  const coverage = await callOnce(fleet.reportCoverage, { params: { id }, body: { csv } })
  await refresh(client, { coverage: [id] })
  return coverage
}

/**
 * Signs in the reader's name whether to deploy.
 *
 * @throws ApiError `conflict` where something happened that they have not seen: it is shown by then
 */
export async function decide(client: QueryClient, id: string, body: Decision): Promise<void> {
  // Sent again, its author may have seen more by then: that does not make it another decision.
  const sent = callOnce(lab.decide, { params: { id }, body }, { ...body, seen: null })
  await thenRefresh(client, { decision: [id] }, sent, { bulletins: [id], lab: [id], issues: [id] })
}
