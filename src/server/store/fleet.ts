import type { CheckedMachine } from '../../contract/coverage.ts'
import type { Fleet, FleetLine } from '../../contract/fleet.ts'
import type { MeasuredRollout, Measurement } from '../../contract/rollouts.ts'

/**
 * The machines that there are, and how long rollouts to them took. With a `key`, what the same person sends again is done
 * once; `IdempotencyKeyReused` is thrown where they have sent something else under it.
 */
export type FleetStore = {
  current: () => Promise<Fleet>
  /** Sets the whole fleet in place of a version; null where another person has set it meanwhile. */
  set: (version: number, lines: readonly FleetLine[], who: string) => Promise<Fleet | null>
  /** What was last found on each machine that was checked for a fix, by name. */
  coverage: (bulletin: string) => Promise<CheckedMachine[]>
  /** When each machine was last checked for a fix, by `machineKey` of its name. */
  checkedAt: (bulletin: string) => Promise<ReadonlyMap<string, string>>
  /** The bulletins of which anything was found. */
  reported: () => Promise<Set<string>>
  /** Adds what was found; false where there is no such bulletin. */
  report: (bulletin: string, machines: readonly CheckedMachine[], who: string, key?: string) => Promise<boolean>
  /** The measured rollouts that count, oldest first. */
  rollouts: () => Promise<MeasuredRollout[]>
  /** Records it; null where there is no such bulletin. Sent again, what was taken back since stays away. */
  record: (bulletin: string, measurement: Measurement, who: string, key?: string) => Promise<MeasuredRollout | null>
  /** False where there is no such rollout, or it was taken back before. */
  withdraw: (id: number, who: string) => Promise<boolean>
}
