import type { Attempt, AttemptReport, Retention } from '../../contract/machines.ts'
import type { InventoryKind } from '../../contract/inventory.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { MachineFacts } from '../../domain/machines/fold.ts'
import type { MachineReport } from '../../domain/machines/report.ts'
import type { FirstShown } from '../../domain/machines/shown.ts'

/** A machine as it is kept: machines of which the same is known share one profile. */
export type KeptMachine = { id: number; name: string; profile: number; lastSeen: string | null }

/** What is known of machines that are alike, and how many there are of them. */
export type MachineProfile = {
  id: number
  facts: MachineFacts
  platform: PlatformId | null
  edition: string | null
  machines: number
}

/** What became of the machines of a file. */
export type TakenMachines = { machines: number; added: number; changed: number; unchanged: number }

/** What is known of one machine over time. */
export type MachineTimeline = KeptMachine & { shown: FirstShown; attempts: readonly Attempt[] }

/** The same, with what every report said of it last, by kind. */
export type MachineHistory = MachineTimeline & { facts: MachineFacts; reports: readonly MachineReport[] }

/**
 * The machines themselves. Names that differ in upper and lower case only are one machine. What is kept of a machine is
 * the same in whatever order, how often and how late its reports come. No event of the log has a machine's name.
 */
export type MachineStore = {
  /** Takes what a file says of machines, all or nothing, with one event; with a `key`, what is sent again is done once. */
  take: (kind: InventoryKind, reports: readonly MachineReport[], who: string, key?: string) => Promise<TakenMachines>
  /** Adds attempts, each once. `IdempotencyKeyReused` is thrown where something else was sent under the key. */
  attempt: (
    attempts: AttemptReport['attempts'],
    who: string,
    key?: string,
  ) => Promise<{ machines: number; attempts: number }>
  /** What is on file of machines of these names, by `machineKey`: what a file would change is found without writing. */
  known: (names: readonly string[]) => Promise<ReadonlyMap<string, MachineHistory>>
  /** Number of the last event that any machine changed with. */
  version: () => Promise<number>
  /** Page by page: what differs between machines, with how many there are of each. */
  profiles: () => AsyncIterable<MachineProfile[]>
  /** All machines by name, page by page. */
  list: () => AsyncIterable<KeptMachine[]>
  find: (id: number) => Promise<MachineHistory | null>
  /** Those of these machines that are on file, page by page, in the order of their ids. */
  timelines: (ids: readonly number[]) => AsyncIterable<MachineTimeline[]>
  /** Deletes a machine, and its name wherever it was reported; false where there is none. */
  remove: (id: number, who: string) => Promise<boolean>
  /** The same by a name, also where only a verification script has reported it. */
  forget: (name: string, who: string) => Promise<boolean>
  retention: () => Promise<Retention>
  setRetention: (retention: Retention, who: string) => Promise<void>
  /** Deletes the machines that were last seen longer ago than the retention says; gives how many. What was never seen stays. */
  ageOut: () => Promise<number>
}
