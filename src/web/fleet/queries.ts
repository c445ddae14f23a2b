import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FleetLine } from '../../contract/fleet.ts'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** The machines that there are. */
export const fleetQuery = () =>
  queryOptions({
    queryKey: wholeKey('fleet'),
    queryFn: ({ signal }) => read('/api/fleet', { signal }),
  })

const none: readonly FleetLine[] = []

/** The lines of the fleet; none until they are loaded, or where none are entered. */
export const useFleet = (): readonly FleetLine[] => useQuery(fleetQuery()).data?.lines ?? none
