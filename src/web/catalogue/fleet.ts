import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FleetLine } from '../../contract/fleet.ts'
import type { FleetFixes } from '../../contract/fixes.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import { machinesOf, type MachineCount } from '../../domain/fleet/exposure.ts'
import { answerAt } from '../lib/answers.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** The machines that there are. */
export const fleetQuery = () => answerAt(wholeKey('fleet'), '/api/fleet')

const none: readonly FleetLine[] = []

/** The lines of the fleet; none until they are loaded, or where none are entered. */
export const useFleet = (): readonly FleetLine[] => useQuery(fleetQuery()).data?.lines ?? none

/** The machines by platform, each list made once for a fleet and a tree. */
const counted = new WeakMap<readonly FleetLine[], { platforms: readonly PlatformCount[]; machines: MachineCount[] }>()

/** The machines by platform, and which products on file they may be. */
export function useMachines(platforms: readonly PlatformCount[]): readonly MachineCount[] {
  const fleet = useFleet()
  const last = counted.get(fleet)
  if (last?.platforms === platforms) return last.machines
  const machines = machinesOf(fleet, platforms)
  counted.set(fleet, { platforms, machines })
  return machines
}

/** Which fixes bring the machines up to date. */
export const fleetFixesQuery = () =>
  queryOptions({ ...answerAt(wholeKey('fixes'), '/api/fixes'), structuralSharing: false })

/** Each answer as the ids of what is to be installed: the parts of a page share one. */
const installed = new WeakMap<FleetFixes, ReadonlySet<string>>()

const nothing: ReadonlySet<string> = new Set()

/** The ids of what is to be installed on the machines; nothing until that is asked for by a filter, and loaded. */
export function useToInstall(): ReadonlySet<string> {
  const { data } = useQuery({ ...fleetFixesQuery(), enabled: false })
  if (data === undefined) return nothing
  const known = installed.get(data)
  if (known !== undefined) return known
  const ids = new Set(data.fixes.filter(({ install }) => install !== undefined).map(({ id }) => id))
  installed.set(data, ids)
  return ids
}
