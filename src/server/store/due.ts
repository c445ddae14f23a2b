import type { DueException, DueExtension, DuePolicy, KeptDuePolicy } from '../../contract/due.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { KnownFacts } from '../../domain/due/facts.ts'

/** What became of an exception: it is on file, or another person has changed it meanwhile. */
type ExtensionOutcome = { outcome: 'saved' | 'conflict'; exception: DueException | null } | { outcome: 'missing' }

/** The policy of due days, who has moved which, and what each bulletin's day is made from. */
export type DueStore = {
  policy: () => Promise<KeptDuePolicy>
  /** Sets it in place of a version: one event. Null where another person has set it meanwhile. */
  setPolicy: (version: number, policy: DuePolicy, who: string) => Promise<KeptDuePolicy | null>
  /** By bulletin, what was ever known of it, and since when; the bulletins that ship with the product are absent. */
  facts: () => Promise<ReadonlyMap<string, KnownFacts>>
  /** Every exception, also one that is over or was ended. */
  exceptions: () => Promise<KeptException[]>
  exception: (bulletin: string) => Promise<KeptException | null>
  /** Moves the day of a bulletin in place of a version, or renews that. */
  extend: (bulletin: string, extension: NewExtension, who: string) => Promise<ExtensionOutcome>
  /** Ends it before its day; null where there is none that counts. */
  endException: (bulletin: string, who: string) => Promise<DueException | null>
  /**
   * Notes the days of now; one that is earlier than at the last time is a change of its bulletin. Under another `setting`
   * (policy, exceptions, fleet) days are only kept: that change is an event of its own.
   */
  noteDays: (days: ReadonlyMap<string, ToldDay>, setting: string) => Promise<void>
  /** By platform, when the fleet first said that the internet reaches machines of it. */
  reachableSince: () => Promise<ReadonlyMap<PlatformId, string>>
  /** Number of the last event of due days: it grows with the policy and every exception. */
  version: () => Promise<number>
}

/** A due day, and by which rule it comes. */
export type ToldDay = { on: string; rule: string }

/** An exception, and what was known when it was made: what has come since is not covered. */
export type KeptException = DueException & { knew: readonly string[] }

/** `first`: the day that is moved, which the first exception of a bulletin keeps. */
type NewExtension = DueExtension & { version: number; first: string; knew: readonly string[] }
