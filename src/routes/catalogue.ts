/** What the pages answer from memory: the summary index and the platform tree, fetched and indexed once. */
import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { call } from '../client/api.ts'
import { reading } from '../contract/endpoints/reading.ts'
import type { IndexRow } from '../contract/summary.ts'
import type { RatedVulnerability } from '../contract/vulnerability.ts'
import { buildColumns } from '../domain/filter/columns.ts'
import { openTable } from '../domain/table/open.ts'

export const catalogueQuery = () =>
  queryOptions({
    queryKey: ['bulletins', 'catalogue'],
    queryFn: async ({ signal }) => {
      const [table, platforms] = await Promise.all([
        call(reading.indexBulletins, { params: {}, signal }),
        call(reading.listPlatforms, { params: {}, signal }),
      ])
      return { columns: buildColumns(openTable<IndexRow>(table), platforms), platforms }
    },
    // An index is replaced, never compared: a look at each of its cells would cost more than the index itself.
    structuralSharing: false,
  })

export const vulnerabilitiesQuery = () =>
  queryOptions({
    queryKey: ['bulletins', 'vulnerabilities'],
    queryFn: async ({ signal }) =>
      openTable<RatedVulnerability>(await call(reading.listVulnerabilities, { params: {}, signal })),
    structuralSharing: false,
  })

export const loadCatalogue = (queryClient: QueryClient) =>
  queryClient.query({ ...catalogueQuery(), staleTime: 'static' })

export const useCatalogue = () => useSuspenseQuery(catalogueQuery()).data
