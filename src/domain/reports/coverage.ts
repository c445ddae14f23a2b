/** How far the fleet is with what is to be installed, by release. */
import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Release } from '../../contract/releases.ts'
import type { Handling } from '../../contract/reports.ts'
import { machinesDone, type Checked } from '../overview/coverage.ts'
import { machinesOn } from '../overview/facts.ts'

/** Releases that are told. */
const maxReleases = 12

export type InstallFacts = {
  /** The newest first. */
  releases: readonly Release[]
  /** By release, its bulletins that are to be installed. */
  idsIn: ReadonlyMap<string, readonly string[]>
  toInstall: ReadonlyMap<string, readonly PlatformId[]>
  lines: readonly FleetLine[]
  checked: Checked
  isDone: (id: string) => boolean
}

/** A line for each of the newest releases that has anything to install. */
export function coverageByRelease(facts: InstallFacts): Handling['coverage'] {
  const { releases, idsIn, toInstall, lines, checked, isDone } = facts
  return releases
    .filter(({ key }) => (idsIn.get(key) ?? []).length > 0)
    .slice(0, maxReleases)
    .map(({ key, publisher, month }) => {
      const ids = idsIn.get(key) ?? []
      const machines = ids.map((id) => machinesDone(checked.get(id) ?? [], machinesOn(lines, toInstall.get(id) ?? [])))
      return {
        key,
        publisher,
        month,
        fixes: ids.length,
        done: ids.filter(isDone).length,
        applied: machines.reduce((sum, { applied }) => sum + applied, 0),
        of: machines.reduce((sum, { of }) => sum + of, 0),
        query: { release: key, mine: 'to-install' },
      }
    })
}
