import type { HandoverTo } from '../../contract/board.ts'
import type { Handover } from '../../contract/mentions.ts'
import type { Triaged, TriageChange } from '../../contract/triage.ts'

/** What became of a change: all of it is saved, or nothing is. */
type TriageOutcome =
  | { outcome: 'saved'; states: Triaged[] }
  /** A conflict: the present states, of those that have changed meanwhile. */
  | { outcome: 'conflict'; states: Triaged[] }
  | { outcome: 'missing'; ids: string[] }

/** What was said when a bulletin was handed over, to whom. */
export type KeptHandover = Handover & { who: string; at: string; to: string | null }

/** How far the team is with each bulletin. */
export type TriageStore = {
  /** The state of what has changed after a version; 0 gives all that anybody has touched. */
  since: (version: number) => Promise<Triaged[]>
  /** Null where there is no such bulletin. */
  find: (id: string) => Promise<Triaged | null>
  /** Sets the states of bulletins, each once, in place of the versions that were seen; all or nothing. What is the same already stays as it is. */
  set: (changes: readonly TriageChange[], who: string) => Promise<TriageOutcome>
  /**
   * Assigns a bulletin to a person or team and notes what they are told, in place of the version that was seen; also where it is
   * theirs already.
   */
  handOver: (bulletin: string, version: number, to: HandoverTo, who: string) => Promise<TriageOutcome>
  /** Whether an alert was ever assigned to this name. */
  wasAssigned: (name: string) => Promise<boolean>
  /** The states of these bulletins, those that are on file. */
  of: (ids: readonly string[]) => Promise<Triaged[]>
  /** What was said when each of these bulletins was handed over last, by whom and to whom; only where something was. */
  handovers: (ids: readonly string[]) => Promise<ReadonlyMap<string, KeptHandover>>
  /** The last version of all. */
  version: () => Promise<number>
}
