import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { lab } from '../contract/endpoints/lab.ts'
import type { Decision, TestRecord } from '../contract/lab.ts'
import { ApiError, call } from './api.ts'

export const labQueries = {
  /** Below the bulletin's history, since a result is a part of it. */
  recorded: (id: string) =>
    queryOptions({
      queryKey: ['bulletins', 'history', id, 'recorded'],
      queryFn: ({ signal }) => call(lab.listRecordedTests, { params: { id }, signal }),
    }),
}

/** What a result changes: counts in the index, the grid, the bulletin and its history. */
const changedBy = (id: string) => [
  ['bulletins', 'catalogue'],
  ['bulletins', 'lab'],
  ['bulletins', 'view', id],
  ['bulletins', 'history', id],
]

/**
 * Records what the lab saw.
 *
 * @throws ApiError `conflict` where the result to be corrected was corrected by somebody else
 */
export async function recordTest(client: QueryClient, id: string, body: TestRecord): Promise<void> {
  await call(lab.recordTest, { params: { id }, body })
  await Promise.all(changedBy(id).map((queryKey) => client.invalidateQueries({ queryKey })))
}

/**
 * Says in the reader's name whether to deploy.
 *
 * @throws ApiError `conflict` where something has happened that they have not seen: it is shown by then
 */
export async function decide(client: QueryClient, id: string, body: Decision): Promise<void> {
  const readAgain = () => Promise.all(changedBy(id).map((queryKey) => client.invalidateQueries({ queryKey })))
  try {
    await call(lab.decide, { params: { id }, body })
  } catch (error) {
    if (error instanceof ApiError && error.code === 'conflict') await readAgain()
    throw error
  }
  await client.invalidateQueries({ queryKey: ['bulletins', 'history', id] })
}
