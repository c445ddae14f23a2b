import { useMemo } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { rowsOf, type LabRow } from '../../domain/lab/rows.ts'
import { byId } from '../../domain/table/by-id.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useFleet } from '../catalogue/fleet.ts'
import { labQueries } from './queries.ts'

/** All OS editions that the fleet has or that were tested before, whatever the filter is. */
export function useKnownEditions(): LabRow[] {
  const { platforms } = useCatalogue()
  const fleet = useFleet()
  const { data: reports } = useSuspenseQuery(labQueries.reports())
  return useMemo(() => rowsOf(fleet, reports, byId(platforms)), [reports, fleet, platforms])
}
