/** The fleet of machines that report, with what is typed of the others. */
import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { joinedLines } from './lines.ts'

/** `Windows Server 2022` is its own first version, as its documents name it. */
const platformKey = (platform: PlatformId) => platform.replace(/\.rtm$/, '')

/** The typed lines in whose place machines come that report: those of a platform of theirs, whatever the edition. */
export function replacedLines(typed: readonly FleetLine[], platforms: Iterable<PlatformId>): FleetLine[] {
  const reported = new Set(Array.from(platforms, platformKey))
  return typed.filter(({ platform }) => reported.has(platformKey(platform)))
}

/** One line for each platform, edition, reachability and roles. */
export function alikeLines(lines: readonly FleetLine[]): FleetLine[] {
  const alike = new Map<string, FleetLine>()
  for (const line of lines) {
    const same = alike.get(lineKey(line))
    alike.set(lineKey(line), same === undefined ? line : joinedLines(same, line))
  }
  return [...alike.values()].toSorted((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1))
}

/** The typed lines that stay, and the machines that report: the typed ones of their platforms are on file all the same. */
export function joinedFleet(typed: readonly FleetLine[], reported: readonly FleetLine[]): FleetLine[] {
  const replaced = new Set(
    replacedLines(
      typed,
      reported.map(({ platform }) => platform),
    ),
  )
  return [...typed.filter((line) => !replaced.has(line)), ...alikeLines(reported)]
}

/** What is on file of a typed fleet once lines were set: where machines report, what was typed before stays. */
export function typedFleet(
  before: readonly FleetLine[],
  set: readonly FleetLine[],
  reported: readonly FleetLine[],
): FleetLine[] {
  const typed = set.filter((line) => line.reported !== true)
  const given = new Set(typed.map(({ platform }) => platformKey(platform)))
  const hidden = replacedLines(
    before,
    reported.map(({ platform }) => platform),
  )
  return [...typed, ...hidden.filter(({ platform }) => !given.has(platformKey(platform)))]
}
