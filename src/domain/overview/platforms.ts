/** What brings each platform of the fleet up to date. */
import type { OnPlatform } from '../../contract/overview.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { countedAs } from '../platforms/platforms.ts'
import { count, intersection, noRows, union } from '../filter/bits.ts'
import type { Placed } from '../fixes/on-fleet.ts'
import { machinesDone } from './coverage.ts'
import { machinesOn, platformNamer, severityOn } from './facts.ts'
import type { Acting } from './act-now.ts'

/** Fixes that are named of those which others have in them. */
const containedTold = 4

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

/** The versions of the fleet, those of the most machines first, with what is to be installed there. */
export function fleetPlatforms(facts: Acting, onFleet: OnFleet, where: Where): OnPlatform[] {
  const named = platformNamer(facts.platforms)
  const versions = Map.groupBy(facts.lines, ({ platform }) => countedAs(platform))
  return Array.from(versions, ([version, lines]): OnPlatform => {
    const platforms = [...new Set(lines.map(({ platform }) => platform))]
    const placed = [...placedOn(onFleet, platforms).values()].toSorted(newestFirst)
    const hasCumulative = placed.some(({ line }) => line.line === 'cumulative')
    const isMain = ({ line }: Placed) => line.line === (hasCumulative ? 'cumulative' : 'separate')
    const inState = (state: Placed['fix']['state']) => placed.filter(({ fix }) => fix.state === state)
    const [main, others] = [inState('install').filter(isMain), inState('install').filter((each) => !isMain(each))]
    const contained = inState('contained').filter(isMain)
    const here = (each: Placed) => fixHere(facts, where, platforms, each)
    return {
      ...named(version),
      machines: lines.reduce((sum, { machines }) => sum + machines, 0),
      install: main.map(here),
      alternatives: inState('alternative')
        .filter(isMain)
        .map(({ fix }) => fix.bulletin),
      contained: contained.slice(0, containedTold).map(({ fix }) => fix.bulletin),
      containedCount: contained.length,
      apps: others.map(here),
      affected: affectedOn(facts, where.release, platforms),
    }
  }).toSorted((a, b) => b.machines - a.machines || (a.id < b.id ? -1 : 1))
}
