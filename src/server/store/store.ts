import type { Bulletin } from '../../contract/bulletin.ts'
import type { Change } from '../../contract/changes.ts'
import type { Saved } from '../../contract/imports.ts'
import type { Platform } from '../../contract/platform.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { KnownExploited } from '../../domain/revisions/known-exploited.ts'
import type { AccessStore } from './access.ts'
import type { EventStore } from './events.ts'
import type { FleetStore } from './fleet.ts'
import type { LabStore } from './lab.ts'
import type { SourceStore } from './sources.ts'
import type { TriageStore } from './triage.ts'

/** The bulletins and platforms that ship with the product, or that an import brings. */
export type Content = { platforms: Platform[]; bulletins: Bulletin[] }

/** A bulletin as it was until a moment, and what has changed since. */
export type Replaced = { until: string; bulletin: Bulletin; changes: Change[] }

/** Where bulletins are kept. */
export type BulletinStore = {
  /** The summary of every bulletin, by id. */
  summaries: () => Promise<IndexRow[]>
  /** Every bulletin whole, by id; never all in memory at once. */
  bulletins: () => AsyncIterable<Bulletin>
  /** Whether a bulletin is on file. */
  has: (id: string) => Promise<boolean>
  find: (id: string) => Promise<Bulletin | null>
  /** All platforms in reading order. */
  platforms: () => Promise<Platform[]>
  /** Number of the last change of any bulletin: it grows, and so serves as a key for what is made from all of them. */
  version: () => Promise<number>
  /** Adds what is new and leaves alone what is there; all or nothing. Tells the ids of the bulletins added. */
  seed: (content: Content) => Promise<{ added: string[] }>
  /**
   * Brings in what a document says: adds what is new, replaces what the document said before, and leaves alone what is
   * the same or newer; all or nothing. `who` is named in the history.
   */
  save: (content: Content, who: string) => Promise<Saved[]>
  /** Replaces the catalogue of exploited vulnerabilities; gives the bulletins that this changes. */
  saveKnownExploited: (entries: readonly KnownExploited[], who: string) => Promise<Saved[]>
  /** What a bulletin was before, the newest first. */
  history: (id: string) => Promise<Replaced[]>
}

/** All that is kept. Every engine passes one test suite. */
export type Store = BulletinStore & {
  sources: SourceStore
  triage: TriageStore
  events: EventStore
  lab: LabStore
  fleet: FleetStore
  access: AccessStore
  /** Throws when the store cannot be read. */
  check: () => Promise<void>
  close: () => Promise<void>
}
