import { useMemo } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { editionsOf, type Edition } from '../../domain/lab/grid.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useFleet } from '../catalogue/fleet.ts'
import { labQueries } from './queries.ts'

/** All OS editions that were tested before or that the fleet has, whatever the filter is. */
export function useKnownEditions(): Edition[] {
  const { platforms } = useCatalogue()
  const fleet = useFleet()
  const { data: reports } = useSuspenseQuery(labQueries.reports())
  return useMemo(() => editionsOf(reports, fleet, [], platforms), [reports, fleet, platforms])
}
