import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { fixStates, type FleetFixes, type FixState } from '../../contract/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../../domain/platforms/platforms.ts'
import { byId } from '../../domain/table/by-id.ts'
import { fleetFixesQuery } from '../catalogue/fleet.ts'

export type FleetMarks = {
  /** What a bulletin is on any of these platforms; null where they are not ours, or it is nothing there. */
  stateOf: (bulletin: string, platforms: readonly PlatformId[]) => FixState | null
  /** What a bulletin is on any machine of the fleet: the first of them that it is anywhere. */
  anywhere: (bulletin: string) => FixState | null
  /** What is to be installed on any of these platforms, whatever a filter shows. */
  installsOn: (platforms: readonly PlatformId[]) => string[]
}

function marksOf({ fixes }: FleetFixes): FleetMarks {
  const rows = byId(fixes)
  const meets = (ours: readonly PlatformId[], platforms: readonly PlatformId[]) =>
    ours.some((mine) => platforms.some((id) => isWithin(id, mine) || isWithin(mine, id)))
  return {
    stateOf(bulletin, platforms) {
      const row = rows.get(bulletin)
      return fixStates.find((state) => meets(row?.[state] ?? [], platforms)) ?? null
    },
    anywhere: (bulletin) => fixStates.find((state) => rows.get(bulletin)?.[state] !== undefined) ?? null,
    installsOn: (platforms) => fixes.flatMap(({ id, install = [] }) => (meets(install, platforms) ? [id] : [])),
  }
}

/** How fixes are marked where bulletins meet platforms; null until it is loaded, and without a fleet. */
export function useFleetFixes(): FleetMarks | null {
  const { data } = useQuery(fleetFixesQuery())
  return useMemo(() => (data === undefined || data.fixes.length === 0 ? null : marksOf(data)), [data])
}
