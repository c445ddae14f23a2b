/** What brings each platform of the fleet up to date. */
import type { OnPlatform, Overview } from '../../contract/overview.ts'
import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { countedAs } from '../platforms/platforms.ts'
import { count, intersection, noRows, union } from '../filter/bits.ts'
import type { Placed } from '../fixes/on-fleet.ts'
import { machinesDone } from './coverage.ts'
import { severityOn } from '../fleet/severity.ts'
import { machinesOn, platformNamer } from './facts.ts'
import type { Acting } from './act-now.ts'

/** What is told; the others are a number. */
const told = { platforms: 20, installs: 8, beside: 4 } as const

/** By platform of the fleet every fix of it. */
export type OnFleet = ReadonlyMap<PlatformId, ReadonlyMap<string, Placed>>

/** Fixes of a version: of all platforms of it, the state that calls for the most. */
function placedOn(onFleet: OnFleet, platforms: readonly PlatformId[]): Map<string, Placed> {
  const order = ['install', 'alternative', 'contained']
  const found = new Map<string, Placed>()
  for (const platform of platforms)
    for (const [id, placed] of onFleet.get(platform) ?? []) {
      const known = found.get(id)
      if (known === undefined || order.indexOf(placed.fix.state) < order.indexOf(known.fix.state)) found.set(id, placed)
    }
  return found
}

const newestFirst = (a: Placed, b: Placed): number =>
  a.fix.publishedOn === b.fix.publishedOn
    ? a.fix.bulletin < b.fix.bulletin
      ? 1
      : -1
    : a.fix.publishedOn < b.fix.publishedOn
      ? 1
      : -1

type Where = { release: string; rowOf: (id: string) => number | undefined }

function fixHere(facts: Acting, { release, rowOf }: Where, platforms: readonly PlatformId[], { fix, line }: Placed) {
  const row = rowOf(fix.bulletin)
  const summary = row === undefined ? null : facts.columns.summaryAt(row)
  return {
    id: fix.bulletin,
    severity: summary === null ? null : severityOn(summary.platforms, platforms),
    ...(fix.build !== undefined && { build: fix.build }),
    ...(line.name !== undefined && { name: line.name }),
    machines: machinesDone(
      facts.checked.get(fix.bulletin) ?? [],
      machinesOn(facts.lines, facts.toInstall.get(fix.bulletin) ?? []),
    ),
    triage: summary?.triage ?? ('new' as const),
    isOfRelease: summary?.releases.includes(release) ?? false,
  }
}

/** Bulletins of the release that affect any of these platforms. */
function affectedOn({ columns }: Acting, release: string, platforms: readonly PlatformId[]): OnPlatform['affected'] {
  const none = noRows(columns.table.rows)
  const { sets, rowsOf = (option: string) => sets.get(option) } = columns.facet('platform')
  const own = platforms.map((platform) => rowsOf(platform) ?? none).reduce(union, none)
  return {
    count: count(intersection(own, columns.facet('release').sets.get(release) ?? none)),
    query: { release, platform: platforms.join(',') },
  }
}

type Version = { version: PlatformId; platforms: PlatformId[]; machines: number }

/** The versions of the fleet, in its order. */
function versionsOf(lines: readonly FleetLine[]): Version[] {
  const versions = Map.groupBy(lines, ({ platform }) => countedAs(platform))
  return Array.from(versions, ([version, own]) => ({
    version,
    platforms: [...new Set(own.map(({ platform }) => platform))],
    machines: own.reduce((sum, { machines }) => sum + machines, 0),
  }))
}

/** What is told of a version: to install, in its main line and beside it; in place of that; and contained, each newest first. */
function sortedOut(onFleet: OnFleet, platforms: readonly PlatformId[]) {
  const placed = [...placedOn(onFleet, platforms).values()]
  const hasCumulative = placed.some(({ line }) => line.line === 'cumulative')
  const isMain = ({ line }: Placed) => line.line === (hasCumulative ? 'cumulative' : 'separate')
  const inState = (state: Placed['fix']['state'], isOfMain = true) =>
    placed.filter((each) => each.fix.state === state && isMain(each) === isOfMain).toSorted(newestFirst)
  return {
    main: inState('install'),
    apps: inState('install', false),
    alternatives: inState('alternative'),
    contained: inState('contained'),
  }
}

/** The ids of what is told to be installed on the versions of the fleet. */
export const installedOnVersions = (lines: readonly FleetLine[], onFleet: OnFleet): string[] =>
  versionsOf(lines)
    .slice(0, told.platforms)
    .flatMap(({ platforms }) => {
      const { main, apps } = sortedOut(onFleet, platforms)
      return [...main.slice(0, told.installs), ...apps.slice(0, told.installs)].map(({ fix }) => fix.bulletin)
    })

/** The versions of the fleet with what is to be installed there, and how many there are. */
export async function fleetPlatforms(
  facts: Acting,
  onFleet: OnFleet,
  where: Where,
  pause: () => Promise<void>,
): Promise<Pick<Overview, 'platforms' | 'platformCount'>> {
  const named = platformNamer(facts.platforms)
  const versions = versionsOf(facts.lines)
  const found: OnPlatform[] = []
  for (const { version, platforms, machines } of versions.slice(0, told.platforms)) {
    const { main, apps, alternatives, contained } = sortedOut(onFleet, platforms)
    const here = (each: Placed) => fixHere(facts, where, platforms, each)
    const idsOf = (placed: readonly Placed[]) => placed.slice(0, told.beside).map(({ fix }) => fix.bulletin)
    found.push({
      ...named(version),
      machines,
      install: main.slice(0, told.installs).map(here),
      alternatives: idsOf(alternatives),
      alternativeCount: alternatives.length,
      contained: idsOf(contained),
      containedCount: contained.length,
      apps: apps.slice(0, told.installs).map(here),
      installCount: main.length + apps.length,
      affected: affectedOn(facts, where.release, platforms),
    })
    await pause()
  }
  return { platforms: found, platformCount: versions.length }
}
