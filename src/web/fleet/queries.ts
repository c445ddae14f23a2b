import { queryOptions, useQuery } from '@tanstack/react-query'
import { firstLoad } from '../../contract/endpoints/first-load.ts'
import type { FleetLine } from '../../contract/fleet.ts'
import { call } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** The machines that there are. */
export const fleetQuery = () =>
  queryOptions({
    queryKey: wholeKey('fleet'),
    queryFn: ({ signal }) => call(firstLoad.viewFleet, { params: {}, signal }),
  })

const none: readonly FleetLine[] = []

/** The lines of the fleet; none until they are loaded, or where none are entered. */
export const useFleet = (): readonly FleetLine[] => useQuery(fleetQuery()).data?.lines ?? none
