import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { reading } from '../../contract/endpoints/reading.ts'
import { lab } from '../../contract/endpoints/lab.ts'
import type { Changes } from '../../contract/events.ts'
import type { Decision, IssueResolution, TestRecord } from '../../contract/lab.ts'
import { ApiError, call } from '../lib/api.ts'
import { callOnce } from '../lib/call-once.ts'
import { refresh } from '../lib/live/refresh.ts'

export const labQueries = {
  reports: () =>
    queryOptions({
      queryKey: ['lab'],
      queryFn: ({ signal }) => call(reading.listLabReports, { params: {}, signal }),
    }),
  recorded: (id: string) =>
    queryOptions({
      queryKey: ['recorded', id],
      queryFn: ({ signal }) => call(lab.listRecordedTests, { params: { id }, signal }),
    }),
}

/**
 * Records what the lab saw.
 *
 * @throws ApiError `conflict` where the result to be corrected was corrected by somebody else
 */
export async function recordTest(client: QueryClient, id: string, body: TestRecord): Promise<void> {
  const topics = { lab: [id] }
  await orShown(client, topics, callOnce(lab.recordTest, { params: { id }, body }))
  await refresh(client, topics)
}

/** Has read again, where somebody else was quicker, what they did. */
async function orShown(client: QueryClient, topics: Changes['topics'], sent: Promise<unknown>): Promise<void> {
  try {
    await sent
  } catch (error) {
    if (error instanceof ApiError && error.code === 'conflict') await refresh(client, topics)
    throw error
  }
}

/**
 * Says that a known issue is one no more, or is one again.
 *
 * @throws ApiError `conflict` where somebody else has said so already: it is shown by then
 */
export async function setIssueState(
  client: QueryClient,
  id: string,
  issue: string,
  body: IssueResolution,
): Promise<void> {
  const topics = { issues: [id] }
  await orShown(client, topics, callOnce(lab.setIssueState, { params: { id, issue }, body }))
  await refresh(client, topics)
}

/**
 * Says in the reader's name whether to deploy.
 *
 * @throws ApiError `conflict` where something has happened that they have not seen: it is shown by then
 */
export async function decide(client: QueryClient, id: string, body: Decision): Promise<void> {
  // Sent again, its author may have seen it meanwhile.
  const sent = callOnce(lab.decide, { params: { id }, body }, { ...body, seen: null })
  await orShown(client, { bulletins: [id], lab: [id], issues: [id] }, sent)
  await refresh(client, { decision: [id] })
}
