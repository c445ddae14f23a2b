import type { Triaged, TriageChange } from '../../contract/triage.ts'

/** What became of a change: all of it is saved, or nothing is. */
export type TriageOutcome =
  | { outcome: 'saved'; states: Triaged[] }
  /** A conflict: the present states, of those that have changed meanwhile. */
  | { outcome: 'conflict'; states: Triaged[] }
  | { outcome: 'missing'; ids: string[] }

/** How far the team is with each bulletin. */
export type TriageStore = {
  /** The state of what has changed after a version; 0 gives all that anybody has touched. */
  since: (version: number) => Promise<Triaged[]>
  /** Null where there is no such bulletin. */
  find: (id: string) => Promise<Triaged | null>
  /** Sets the states of bulletins, each once, in place of the versions that were seen; all or nothing. What is the same already stays as it is. */
  set: (changes: readonly TriageChange[], who: string) => Promise<TriageOutcome>
  /** The last version of all. */
  version: () => Promise<number>
}
