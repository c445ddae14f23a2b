import type { Hold, HoldEnding, HoldRenewal, NewHold } from '../../contract/holds.ts'

/** What became of a new hold: it is on file, or some of its bulletins are not. */
type HoldSet = { outcome: 'saved'; hold: Hold } | { outcome: 'missing'; bulletins: string[] }

/** What became of a change: it is on file, or another person has changed the hold meanwhile. */
export type HoldChanged = { outcome: 'saved' | 'conflict' | 'over'; hold: Hold } | { outcome: 'missing' }

/** What must not be deployed. A hold is what its events add up to. */
export type HoldStore = {
  /** Every hold, also those that are over, oldest first. */
  all: () => Promise<Hold[]>
  /**
   * Sets a hold, once where it has a `key`: sent again, it is answered as it is now.
   *
   * @throws IdempotencyKeyReused where something else was sent under the key
   */
  set: (hold: NewHold, who: string, key?: string) => Promise<HoldSet>
  /** Moves its last day, in place of a version; `over` where a person has ended it. */
  renew: (id: number, renewal: HoldRenewal & { version: number }, who: string) => Promise<HoldChanged>
  /** Ends it before its last day, in place of a version; `over` where a person has done so before. */
  end: (id: number, ending: HoldEnding & { version: number }, who: string) => Promise<HoldChanged>
  /** The number of the last of these events: it grows with every change. */
  version: () => Promise<number>
}
