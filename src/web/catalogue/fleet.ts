import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FleetLine } from '../../contract/fleet.ts'
import type { FleetFixes } from '../../contract/fixes.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import { machinesOf, type MachineCount } from '../../domain/fleet/exposure.ts'
import { answerAt } from '../lib/answers.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { oncePer } from '../../domain/table/once.ts'

/** The machines that there are. */
export const fleetQuery = () => answerAt(wholeKey('fleet'), '/api/fleet')

const none: readonly FleetLine[] = []

/** The lines of the fleet; none until they are loaded, or where none are entered. */
export const useFleet = (): readonly FleetLine[] => useQuery(fleetQuery()).data?.lines ?? none

/** Each list is made once for a fleet and a tree: who goes from page to page comes back to the same. */
const counted = oncePer((fleet: readonly FleetLine[]) =>
  oncePer((platforms: readonly PlatformCount[]) => machinesOf(fleet, platforms)),
)

/** The machines by platform, and which products on file they may be. */
export const useMachines = (platforms: readonly PlatformCount[]): readonly MachineCount[] =>
  counted(useFleet())(platforms)

/** Which fixes bring the machines up to date. */
export const fleetFixesQuery = () =>
  queryOptions({ ...answerAt(wholeKey('fixes'), '/api/fixes'), structuralSharing: false })

/** The ids of what is to be installed by an answer: the parts of a page share one. */
const installed = oncePer(
  ({ fixes }: FleetFixes): ReadonlySet<string> =>
    new Set(fixes.filter(({ install }) => install !== undefined).map(({ id }) => id)),
)

const nothing: ReadonlySet<string> = new Set()

/** The ids of what is to be installed on the machines; nothing until that is asked for by a filter, and loaded. */
export function useToInstall(): ReadonlySet<string> {
  const { data } = useQuery({ ...fleetFixesQuery(), enabled: false })
  return data === undefined ? nothing : installed(data)
}
