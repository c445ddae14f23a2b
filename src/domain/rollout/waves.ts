/** Who comes when: a first share of every platform, then the platforms in groups. */
import type { PlatformId } from '../../contract/platform.ts'

/** Machines of one platform. */
export type Machines = { platform: PlatformId; count: number }

/** Machines that go together. `number` 0 is the pilot. */
export type Wave = { number: number; machines: readonly Machines[] }

/** A wave that is to be placed: what it waits for, beside that the consoles are free. */
export type WaitingWave = Wave & {
  /** The numbers of waves before it that must have ended and soaked; without any said, the one before. */
  waitsFor?: readonly number[]
  /** Hours that pass after these; those of the plan where it does not say. */
  soakHours?: number
  /** Not before this moment, in milliseconds since 1970 UTC. */
  notBefore?: number
}

type Choice = {
  fleet: readonly Machines[]
  /** Share of each platform that goes first, from 0 to 1; rounded up, so that no platform goes untried. */
  pilotShare: number
  /** The platforms of each wave after the pilot; those in no group go last, together. */
  groups: readonly (readonly PlatformId[])[]
}

/** A share of machines, rounded up; what floating point adds to 7 % of 100 does not make it 8. */
export const shareOf = (count: number, share: number): number => Math.ceil(Number((count * share).toFixed(6)))

/** How many machines there are. */
export const countOf = (machines: readonly Machines[]): number => machines.reduce((sum, { count }) => sum + count, 0)

/** The waves, each machine in one of them; waves without machines are left out. */
export function wavesOf({ fleet, pilotShare, groups }: Choice): Wave[] {
  if (!(pilotShare >= 0 && pilotShare <= 1)) throw new RangeError(`pilotShare: ${pilotShare}`)
  const pilot = fleet.map(({ platform, count }) => ({ platform, count: shareOf(count, pilotShare) }))
  const rest = fleet.map(({ platform, count }, at) => ({ platform, count: count - (pilot[at]?.count ?? 0) }))
  const grouped = new Set<PlatformId>()
  const later = groups.map((group) => {
    const members = rest.filter(({ platform }) => group.includes(platform) && !grouped.has(platform))
    for (const { platform } of members) grouped.add(platform)
    return members
  })
  const last = rest.filter(({ platform }) => !grouped.has(platform))
  return [pilot, ...later, last]
    .map((machines, number) => ({ number, machines: machines.filter(({ count }) => count > 0) }))
    .filter(({ machines }) => machines.length > 0)
}

/** The first `count` machines of a wave, in the order of its platforms. */
export function firstOf(machines: readonly Machines[], count: number): Machines[] {
  let left = count
  return machines.flatMap((each) => {
    const taken = Math.min(left, each.count)
    left -= taken
    return taken > 0 ? [{ ...each, count: taken }] : []
  })
}

/** A wave without its first `count` machines. */
export function withoutFirst(machines: readonly Machines[], count: number): Machines[] {
  let left = count
  return machines.flatMap((each) => {
    const taken = Math.min(left, each.count)
    left -= taken
    return each.count > taken ? [{ ...each, count: each.count - taken }] : []
  })
}

/**
 * A fleet of `total` machines in the mix of another; of one without machines, evenly. What rounding leaves over goes
 * to the platforms that it took most from (largest remainder).
 */
export function scaled(fleet: readonly Machines[], total: number): Machines[] {
  const now = countOf(fleet)
  const exact = fleet.map(({ count }) => (now === 0 ? total / fleet.length : (count * total) / now))
  const left = fleet.length === 0 ? 0 : total - exact.reduce((sum, share) => sum + Math.floor(share), 0)
  const byRemainder = exact.map((share, at) => ({ at, rest: share % 1 })).toSorted((a, b) => b.rest - a.rest)
  const raised = new Set(byRemainder.slice(0, left).map(({ at }) => at))
  return fleet.map(({ platform }, at) => ({ platform, count: Math.floor(exact[at] ?? 0) + (raised.has(at) ? 1 : 0) }))
}

/** The number of the wave that a platform is in: its group's, or the last for those in none. */
export function waveOf(groups: Choice['groups'], platform: PlatformId): number {
  const at = groups.findIndex((group) => group.includes(platform))
  return (at < 0 ? groups.length : at) + 1
}

/** The groups with one platform in another wave, and no wave without platforms; none where all are together. */
export function regrouped(
  groups: Choice['groups'],
  platforms: readonly PlatformId[],
  platform: PlatformId,
  wave: number,
): PlatformId[][] {
  const numbered = platforms.map((each) => ({ each, number: each === platform ? wave : waveOf(groups, each) }))
  const filled = [...Map.groupBy(numbered, ({ number }) => number)]
    .toSorted(([a], [b]) => a - b)
    .map(([, members]) => members.map(({ each }) => each))
  return filled.length > 1 ? filled : []
}
