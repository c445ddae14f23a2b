import type { ChangeEntry, ChangeKind } from '../../contract/changes.ts'
import type { LastByBulletin } from '../../domain/changes/last-changes.ts'

/** Where a list of changes goes on: after which bulletin of which event. */
export type ChangePlace = { event: number; bulletin: string }

/** Which changes are asked for: after an event, and of some kinds only; null for any. */
export type ChangeQuery = { since: number; kinds: readonly ChangeKind[] | null }

/** What has changed, quiet changes left out. */
export type ChangeStore = {
  /** The number of the last event that brought a change; 0 before the first. */
  version: () => Promise<number>
  /** Of each bulletin the last change of each kind. Read once, then only what came since. */
  last: () => Promise<LastByBulletin>
  /** The last first, beyond a place; null where that is in no such list. */
  list: (query: ChangeQuery, beyond: ChangePlace | null, atMost: number) => Promise<ChangeEntry[] | null>
  /** What the newest change of each of these bulletins was, by bulletin. */
  newest: (bulletins: readonly string[]) => Promise<ReadonlyMap<string, ChangeEntry>>
  /** The number of the last event that a person has seen; null before they have said so. */
  seen: (person: string) => Promise<number | null>
  /** Notes up to where a person has seen the changes, and gives it: never back, and never beyond the last event. */
  see: (person: string, event: number) => Promise<number>
}
