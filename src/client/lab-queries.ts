import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { lab } from '../contract/endpoints/lab.ts'
import type { Decision, TestRecord } from '../contract/lab.ts'
import { ApiError, call } from './api.ts'
import { callOnce } from './call-once.ts'
import { refresh } from './live/refresh.ts'

export const labQueries = {
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
  await callOnce(lab.recordTest, { params: { id }, body })
  await refresh(client, { lab: [id] })
}

/**
 * Says in the reader's name whether to deploy.
 *
 * @throws ApiError `conflict` where something has happened that they have not seen: it is shown by then
 */
export async function decide(client: QueryClient, id: string, body: Decision): Promise<void> {
  try {
    // Sent again, its author may have seen it meanwhile.
    await callOnce(lab.decide, { params: { id }, body }, { ...body, seen: null })
  } catch (error) {
    if (error instanceof ApiError && error.code === 'conflict') await refresh(client, { bulletins: [id], lab: [id] })
    throw error
  }
  await refresh(client, { decision: [id] })
}
