/** How far each part of the fleet is with what is to be installed on it. */
import type { CheckedMachine } from '../../contract/coverage.ts'
import type { ProgressRow } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { foundOn } from './coverage.ts'

/** Platforms with the fixes that are to be installed on any of them. */
type Group = { platforms: PlatformId[]; fixes: Set<string> }

/**
 * Platforms that share a fix are one group: a report names machines by fix and not by platform, so that their machines
 * cannot be told apart.
 */
function grouped(machines: ReadonlyMap<PlatformId, number>, toInstall: ReadonlyMap<string, readonly PlatformId[]>) {
  let groups: Group[] = [...machines.keys()].map((platform) => ({ platforms: [platform], fixes: new Set() }))
  for (const [fix, platforms] of toInstall) {
    const [mine, others] = [true, false].map((is) =>
      groups.filter((group) => group.platforms.some((id) => platforms.includes(id)) === is),
    )
    if (mine === undefined || others === undefined || mine.length === 0) continue
    const joined: Group = {
      platforms: mine.flatMap((group) => group.platforms),
      fixes: new Set([...mine.flatMap((group) => [...group.fixes]), fix]),
    }
    // It stays where the first of its platforms is.
    groups = groups.flatMap((group) => (group === mine[0] ? [joined] : others.includes(group) ? [group] : []))
  }
  return groups
}

/**
 * The parts of the fleet, in the order of its lines: of each how many machines have what is to be installed, lack any of
 * it, and were not checked. These three add up to `of`: the machines on file or, where that is more, those that were checked.
 */
export const progressOf = (
  machines: ReadonlyMap<PlatformId, number>,
  toInstall: ReadonlyMap<string, readonly PlatformId[]>,
  checked: ReadonlyMap<string, readonly CheckedMachine[]>,
): ProgressRow[] =>
  grouped(machines, toInstall).map(({ platforms, fixes }) => {
    const onFile = platforms.reduce((sum, id) => sum + (machines.get(id) ?? 0), 0)
    const { applied, missing } = foundOn([...fixes].map((id) => checked.get(id) ?? []))
    const of = Math.max(onFile, applied + missing)
    return { platforms, fixes: [...fixes].toSorted(), of, applied, missing, unchecked: of - applied - missing }
  })
