import { useMemo } from 'react'
import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import { parentOf } from '../../domain/platforms/platforms.ts'
import { versionOfOwnName } from '../../domain/platforms/windows.ts'
import { oncePer } from '../../domain/table/once.ts'
import { usePlatforms } from '../catalogue/platforms.ts'
import { usePlatformName } from './use-platform-name.ts'

/** The ids of platforms, and of the families that have any version on file. */
const idsOf = oncePer((platforms: readonly PlatformCount[]) => ({
  ids: platforms.map(({ id }) => id),
  families: new Set(platforms.flatMap(({ parent }) => (parent !== null && parentOf(parent) === null ? parent : []))),
}))

/**
 * Names lines of the fleet. `hasNoVersion`: whether machines of a platform may be of several versions; `meantBy`: the
 * version that a family means by its own name, else the platform itself.
 */
export function useLineNames() {
  const nameOf = usePlatformName()
  const platforms = usePlatforms()
  return useMemo(() => {
    const { ids, families } = idsOf(platforms)
    return {
      nameOf,
      nameOfLine: ({ platform, edition }: FleetLine) => [nameOf(platform), edition].filter(Boolean).join(' '),
      meantBy: (id: PlatformId) => versionOfOwnName(id, ids) ?? id,
      hasNoVersion: (id: PlatformId) => families.has(id) && versionOfOwnName(id, ids) === null,
    }
  }, [platforms, nameOf])
}
