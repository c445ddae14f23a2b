import { queryOptions } from '@tanstack/react-query'
import { coverageQuery } from '../decision/queries.ts'
import { call } from '../lib/call.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { reading } from '../../contract/endpoints/reading.ts'
import type { RatedVulnerability } from '../../contract/vulnerability.ts'
import { openTable } from '../../domain/table/open.ts'

/** Every vulnerability with its ratings, as columns. */
export const vulnerabilitiesQuery = () =>
  queryOptions({
    queryKey: wholeKey('vulnerabilities'),
    queryFn: async ({ signal }) => openTable<RatedVulnerability>(await call(reading.listVulnerabilities, { signal })),
    structuralSharing: false,
  })

/** The machines that were checked for each of these fixes. */
export const coverageQueries = (ids: readonly string[]) => ids.map(coverageQuery)
