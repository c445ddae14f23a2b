import type { AwaitedWave, StopReason } from '../../contract/plan-view.ts'
import type { KeptPlan, NewPlan, PlanCount, PlanEdit, PlanState, PlanWave } from '../../contract/plans.ts'
import type { RunOfWave } from '../../domain/plans/runs.ts'
import type { PlanEvent } from '../../domain/plans/events.ts'

/** What became of a change: all of it is saved, or nothing is. */
export type PlanOutcome =
  | { outcome: 'saved'; plan: KeptPlan }
  /** Another person was quicker: the plan as it is now. */
  | { outcome: 'conflict'; plan: KeptPlan }
  /** It cannot follow on the state that the plan has. */
  | { outcome: 'not-possible'; plan: KeptPlan }
  | { outcome: 'missing' }

/** `waits` and `stops`: what did not hold when a person opened it. */
type GateChoice = {
  wave: string
  isOpen: boolean
  why: string
  waits: readonly AwaitedWave[]
  stops: readonly StopReason[]
}

/**
 * Kept plans. A `version` is the one that the author of a change has seen. With a `key`, what the same person sends again
 * is done once; `IdempotencyKeyReused` is thrown where they have sent something else under it.
 */
export type PlanStore = {
  /** All of them, the one changed last first. */
  list: () => Promise<KeptPlan[]>
  find: (id: number) => Promise<KeptPlan | null>
  /** The events of a plan, oldest first; none where there is no such plan. */
  events: (id: number) => Promise<PlanEvent[]>
  /** Keeps a new plan with the fleet of now. `ready`: its waves, where its author has sent none. */
  keep: (plan: NewPlan, ready: readonly PlanWave[], who: string, key?: string) => Promise<KeptPlan>
  change: (id: number, version: number, edit: PlanEdit, who: string) => Promise<PlanOutcome>
  /** `runs`: what its waves tell of how long rollouts take, where it is over. */
  setState: (
    id: number,
    version: number,
    change: { state: PlanState; why: string; runs?: readonly RunOfWave[] },
    who: string,
  ) => Promise<PlanOutcome>
  setGate: (id: number, version: number, choice: GateChoice, who: string) => Promise<PlanOutcome>
  /**
   * Notes that a gate keeps its wave, unless that is on file already: who waits for it is told once. It changes nothing of the
   * plan. `sign`: the same while it is the same gate kept by the same things.
   */
  noteKeptGate: (gate: { plan: number; wave: string; name: string; sign: string }) => Promise<void>
  /** Notes machines that were counted by hand; `not-possible` where the plan has no such wave. */
  count: (id: number, count: PlanCount, who: string, key?: string) => Promise<PlanOutcome>
}
