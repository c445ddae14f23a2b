/** Who comes when: a first share of every platform, then the platforms in groups. */
import type { PlatformId } from '../../contract/platform.ts'

/** Machines of one platform. */
export type Machines = { platform: PlatformId; count: number }

/** Machines that go together. `number` 0 is the pilot. */
export type Wave = { number: number; machines: readonly Machines[] }

type Choice = {
  fleet: readonly Machines[]
  /** Share of each platform that goes first, from 0 to 1; rounded up, so that no platform goes untried. */
  pilotShare: number
  /** The platforms of each wave after the pilot; those in no group go last, together. */
  groups: readonly (readonly PlatformId[])[]
}

/** How many machines there are. */
export const countOf = (machines: readonly Machines[]): number => machines.reduce((sum, { count }) => sum + count, 0)

/** The waves, each machine in one of them; waves without machines are left out. */
export function wavesOf({ fleet, pilotShare, groups }: Choice): Wave[] {
  if (!(pilotShare >= 0 && pilotShare <= 1)) throw new RangeError(`pilotShare: ${pilotShare}`)
  const pilot = fleet.map(({ platform, count }) => ({ platform, count: Math.ceil(count * pilotShare) }))
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
