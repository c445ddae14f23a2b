/** Waves for who has not made any: a pilot of every platform, then clients, servers last. */
import type { FleetLine } from '../../contract/fleet.ts'
import type { GateRule, PlanWave, WaveKey } from '../../contract/plans.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { countOf, shareOf, type Machines } from '../rollout/waves.ts'

const domainController = 'domain-controller'

type Choice = {
  fleet: readonly Machines[]
  /** The fleet with its roles, by platforms of the plan; what is not known there has none. */
  lines: readonly Pick<FleetLine, 'platform' | 'machines' | 'roles'>[]
  kindOf: (platform: PlatformId) => Platform['kind']
  /** Share of each platform that goes first, from 0 to 1. */
  pilotShare: number
  soakHours: number
}

/** What a gate asks for unless a person says otherwise. */
export const usualGate = (soakHours: number): GateRule => ({
  donePercent: 95,
  failurePercent: 3,
  soakHours,
  noNewIssues: true,
})

/**
 * The waves of a fleet by the ready rule, each machine in one of them; those without machines are left out. Domain
 * controllers, as far as the fleet tells which machines are, come at the end on their own, and none is in the pilot.
 */
export function readyWaves({ fleet, lines, kindOf, pilotShare, soakHours }: Choice): PlanWave[] {
  const controllersOf = ({ platform, count }: Machines): number =>
    Math.min(
      count,
      lines
        .filter((line) => line.platform === platform && line.roles?.includes(domainController) === true)
        .reduce((sum, { machines }) => sum + machines, 0),
    )
  const split = fleet.map((each) => {
    const controllers = controllersOf(each)
    const pilot = shareOf(each.count - controllers, pilotShare)
    return { ...each, controllers, pilot, rest: each.count - controllers - pilot }
  })
  const isServer = ({ platform }: Machines) => kindOf(platform) === 'server'
  const counted = (all: readonly Machines[]) => all.filter(({ count }) => count > 0)
  const parts: { key: WaveKey; machines: Machines[]; roles?: string[] }[] = [
    { key: 'pilot', machines: split.map(({ platform, pilot }) => ({ platform, count: pilot })) },
    {
      key: 'clients',
      machines: split.filter((each) => !isServer(each)).map(({ platform, rest }) => ({ platform, count: rest })),
    },
    { key: 'servers', machines: split.filter(isServer).map(({ platform, rest }) => ({ platform, count: rest })) },
    {
      key: 'domain-controllers',
      machines: split.map(({ platform, controllers }) => ({ platform, count: controllers })),
      roles: [domainController],
    },
  ]
  const waves: PlanWave[] = []
  for (const { key, machines, roles } of parts) {
    if (countOf(machines) === 0) continue
    const before = waves.at(-1)
    waves.push({
      key,
      name: '',
      machines: counted(machines),
      ...(roles !== undefined && { roles }),
      waitsFor: before === undefined ? [] : [before.key],
      gate: usualGate(soakHours),
    })
  }
  return waves
}
