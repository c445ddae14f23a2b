import type { FleetLine } from '../../contract/fleet.ts'
import type { LabReport } from '../../contract/lab.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../platforms/platforms.ts'
import { openIn } from './issues.ts'

/** An OS edition that the lab tests on. */
export type Edition = { name: string; platform: PlatformId }

const isWanted = (chosen: readonly PlatformId[], platform: PlatformId) =>
  chosen.length === 0 || chosen.some((above) => isWithin(platform, above))

/**
 * The editions that the reports speak of and those that there are machines with, in the order of the platform tree and
 * then by name. `chosen`: the platforms of the filter; none chosen means all.
 */
export function editionsOf(
  reports: Iterable<LabReport>,
  fleet: readonly Pick<FleetLine, 'edition' | 'platform'>[],
  chosen: readonly PlatformId[],
  tree: readonly Platform[],
): Edition[] {
  const positions = new Map(tree.map(({ id }, position) => [id, position]))
  const found: Edition[] = []
  // What the lab has tested on comes first: it knows the platform of an edition best.
  const tested = [...reports].flatMap(({ tests }) => tests)
  for (const { edition: name, platform } of [...tested, ...fleet]) {
    if (name === null || !isWanted(chosen, platform)) continue
    const isSame = (each: Edition) =>
      each.name === name && (isWithin(each.platform, platform) || isWithin(platform, each.platform))
    if (!found.some(isSame)) found.push({ name, platform })
  }
  const position = ({ platform }: Edition) => positions.get(platform) ?? tree.length
  return found.toSorted((a, b) => position(a) - position(b) || (a.name < b.name ? -1 : 1))
}

/** The open issues of a report that concern any of the chosen platforms; all of them, where none is chosen. */
export const knownIssuesOn = ({ knownIssues }: LabReport, chosen: readonly PlatformId[]) =>
  openIn(knownIssues).filter(
    ({ platforms }) =>
      chosen.length === 0 ||
      platforms.length === 0 ||
      platforms.some((id) => chosen.some((above) => isWithin(id, above) || isWithin(above, id))),
  )
