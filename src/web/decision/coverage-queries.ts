import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Coverage } from '../../contract/coverage.ts'
import { fleet } from '../../contract/endpoints/fleet.ts'
import { call } from '../lib/api.ts'
import { callOnce } from '../lib/call-once.ts'
import { refresh } from '../lib/live/refresh.ts'

/** The machines of a bulletin that have been checked. */
export const coverageQuery = (id: string) =>
  queryOptions({
    queryKey: ['coverage', id],
    queryFn: ({ signal }) => call(fleet.viewCoverage, { params: { id }, signal }),
  })

/**
 * Takes what the verification script has printed.
 *
 * @throws ApiError `invalid` where nothing of it can be read
 */
export async function reportCoverage(client: QueryClient, id: string, csv: string): Promise<Coverage> {
  const coverage = await callOnce(fleet.reportCoverage, { params: { id }, body: { csv } })
  await refresh(client, { coverage: [id] })
  return coverage
}
