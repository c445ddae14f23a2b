/** Which machines are in which wave. */
import type { PlanWave } from '../../contract/plans.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../platforms/platforms.ts'
import { firstTouched, type PlanMachine } from './machines.ts'

/** Those that something was done to first come first; the rest by their ids. */
const inOrder = (a: PlanMachine, b: PlanMachine) =>
  (firstTouched(a) ?? Infinity) - (firstTouched(b) ?? Infinity) || a.machine - b.machine || 0

const isOf = (machine: PlanMachine, platform: PlatformId) =>
  machine.platform !== null && isWithin(machine.platform, platform)

/** Takes up to `count` machines that fit out of a pool. */
function take(pool: Set<PlanMachine>, count: number, fits: (machine: PlanMachine) => boolean): PlanMachine[] {
  const taken: PlanMachine[] = []
  for (const machine of pool) {
    if (taken.length >= count) break
    if (fits(machine)) taken.push(machine)
  }
  for (const machine of taken) pool.delete(machine)
  return taken
}

/**
 * The known machines of each wave by its key. A wave that names its machines has these. Of the others, those for certain
 * roles take machines with these roles, then the rest in order what is left of their platforms: who was touched first is
 * in the first wave, since nothing else tells.
 */
export function membersOf(
  waves: readonly PlanWave[],
  machines: readonly PlanMachine[],
): ReadonlyMap<string, readonly PlanMachine[]> {
  const byId = new Map(machines.map((machine) => [machine.machine, machine]))
  const members = new Map<string, PlanMachine[]>()
  for (const { key, machineIds } of waves)
    if (machineIds !== undefined)
      members.set(
        key,
        machineIds.flatMap((id) => byId.get(id) ?? []),
      )
  const named = new Set([...members.values()].flat())
  const pool = new Set(machines.filter((machine) => !named.has(machine)).toSorted(inOrder))
  const counting = waves.filter(({ machineIds }) => machineIds === undefined)
  const forRoles = counting.filter(({ roles }) => roles !== undefined && roles.length > 0)
  for (const wave of [...forRoles, ...counting.filter((each) => !forRoles.includes(each))]) {
    const { roles = [] } = wave
    const hasRole = (machine: PlanMachine) => roles.length === 0 || machine.roles.some((role) => roles.includes(role))
    members.set(
      wave.key,
      wave.machines.flatMap(({ platform, count }) =>
        take(pool, count, (machine) => isOf(machine, platform) && hasRole(machine)),
      ),
    )
  }
  return members
}
