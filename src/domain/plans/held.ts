/** Which holds are on machines of a wave that are still to be done. */
import type { KeptPlan } from '../../contract/plans.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../platforms/platforms.ts'
import { countOf } from '../rollout/waves.ts'
import type { HoldFact } from './facts.ts'
import type { PlanMachine } from './machines.ts'
import type { WaveProgress } from './progress.ts'

/** A hold, and on how many machines of a wave it is; null where that is not known. */
export type HeldWave = { hold: HoldFact; machines: number | null }

const concerns = (platforms: readonly PlatformId[], platform: PlatformId) =>
  platforms.length === 0 || platforms.some((held) => isWithin(platform, held) || isWithin(held, platform))

export const isHeld = ({ platforms, roles }: HoldFact, machine: PlanMachine): boolean =>
  machine.platform !== null &&
  concerns(platforms, machine.platform) &&
  (roles.length === 0 || machine.roles.some((role) => roles.includes(role)))

const share = (some: readonly string[], others: readonly string[]) => some.some((each) => others.includes(each))

/** How many machines of a wave are held; null where only the fleet says that there may be some, 0 for none. */
function heldMachines(hold: HoldFact, { wave, left, machines }: WaveProgress, { fleet }: Pick<KeptPlan, 'fleet'>) {
  const here = left.filter(({ platform }) => concerns(hold.platforms, platform))
  if (here.length === 0) return 0
  if (hold.roles.length === 0 || share(hold.roles, wave.roles ?? [])) return countOf(here)
  if (machines.length >= countOf(wave.machines))
    return machines.filter((machine) => machine.doneAt === null && isHeld(hold, machine)).length
  const hasSome = fleet.some(
    ({ platform, roles = [] }) => here.some((each) => isWithin(platform, each.platform)) && share(hold.roles, roles),
  )
  return hasSome ? null : 0
}

/** The holds that concern a wave of a plan. */
export const holdsOnWave = (
  progress: WaveProgress,
  holds: readonly HoldFact[],
  plan: Pick<KeptPlan, 'fleet' | 'bulletins'>,
): HeldWave[] =>
  holds
    .filter(({ bulletins }) => bulletins === null || share(bulletins, plan.bulletins))
    .map((hold) => ({ hold, machines: heldMachines(hold, progress, plan) }))
    .filter(({ machines }) => machines !== 0)
