/** Which holds are on machines of a wave that are still to be done, by the rule of `domain/holds`. */
import type { KeptPlan } from '../../contract/plans.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { holdReaches, type HoldAnswer } from '../holds/holds.ts'
import { isWithin } from '../platforms/platforms.ts'
import { versionsToInstall, type Fixable } from '../rollout/fixes.ts'
import { countOf } from '../rollout/waves.ts'
import type { HoldFact } from './facts.ts'
import type { PlanMachine } from './machines.ts'
import type { WaveProgress } from './progress.ts'

/** A hold on machines of a wave. */
export type HeldWave = {
  hold: HoldFact
  /** How many; null where some only may be held, since nobody says what they are for. */
  machines: number | null
  /** Whether nothing of the wave can go: all that is left is held, or nobody can tell the held machines apart. */
  isWhole: boolean
  /** The machines that wait, where they are told apart. */
  waiting: readonly PlanMachine[]
}

export type HeldPlan = Pick<KeptPlan, 'fleet' | 'bulletins'>

function worst(answers: readonly HoldAnswer[]): HoldAnswer {
  return answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no'
}

/** Whether a hold is on a machine: on any of the fixes that it lacks. Without roles nobody has said what it is for. */
export function holdOnMachine(hold: HoldFact, { platform, roles, fixes }: PlanMachine): HoldAnswer {
  const said = roles.length === 0 ? undefined : roles
  return worst(
    [...fixes].flatMap(([bulletin, doneAt]) => {
      if (doneAt !== null) return []
      if (platform !== null) return [holdReaches(hold, { bulletin, platform, roles: said })]
      // Of an unknown platform it may be of any.
      const anywhere = holdReaches({ ...hold, platforms: [] }, { bulletin, platform: '', roles: said })
      return [anywhere === 'yes' && hold.platforms.length > 0 ? 'maybe' : anywhere]
    }),
  )
}

/** Whether a bulletin of which this is known may be for machines of a platform; one that is not on file may be. */
const isMeantFor = (fixable: Fixable | undefined, platform: PlatformId) =>
  fixable === undefined ||
  [...versionsToInstall(fixable)].some((each) => isWithin(platform, each) || isWithin(each, platform))

/** Of machines that are only counted: what the wave, else the fleet, says of those of a platform. */
function holdOnPlatform(
  hold: HoldFact,
  platform: PlatformId,
  { wave: { roles = [] } }: WaveProgress,
  { fleet }: HeldPlan,
): HoldAnswer[] {
  const here = fleet.filter((line) => isWithin(line.platform, platform))
  const said = roles.length > 0 ? [roles] : here.length === 0 ? [undefined] : here.map((line) => line.roles)
  return said.map((each) => holdReaches(hold, { bulletin: null, platform, roles: each }))
}

function onCounted(hold: HoldFact, progress: WaveProgress, plan: HeldPlan, known: readonly Fixable[]) {
  const ofHold = plan.bulletins.filter((id) => hold.bulletins === null || hold.bulletins.includes(id))
  const meant = progress.left.filter(({ platform }) =>
    ofHold.some((id) =>
      isMeantFor(
        known.find((each) => each.id === id),
        platform,
      ),
    ),
  )
  const answers = meant.map((left) => ({ left, reach: holdOnPlatform(hold, left.platform, progress, plan) }))
  const held = answers.filter(({ reach }) => reach.some((each) => each !== 'no'))
  const isCertain = held.every(({ reach }) => reach.every((each) => each === 'yes'))
  return { hold, machines: isCertain ? countOf(held.map(({ left }) => left)) : null, isWhole: true, waiting: [] }
}

function onKnown(hold: HoldFact, left: readonly PlanMachine[]): HeldWave {
  const waiting = left.filter((machine) => holdOnMachine(hold, machine) !== 'no')
  const isCertain = waiting.every((machine) => holdOnMachine(hold, machine) === 'yes')
  return { hold, machines: isCertain ? waiting.length : null, isWhole: waiting.length === left.length, waiting }
}

/** The holds that concern a wave of a plan. `known`: what is on file of its bulletins. */
export function holdsOnWave(
  progress: WaveProgress,
  holds: readonly HoldFact[],
  plan: HeldPlan,
  known: readonly Fixable[],
): HeldWave[] {
  const { wave, machines } = progress
  const left = machines.filter(({ doneAt }) => doneAt === null)
  const isTold = machines.length >= countOf(wave.machines)
  return holds
    .filter(({ bulletins }) => bulletins === null || bulletins.some((id) => plan.bulletins.includes(id)))
    .map((hold) => (isTold ? onKnown(hold, left) : onCounted(hold, progress, plan, known)))
    .filter(({ machines: held }) => held !== 0)
}
