import type { Bulletin } from '../../contract/bulletin.ts'
import type { Version } from '../../contract/history.ts'
import type { Saved } from '../../contract/imports.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { StoredSummary } from '../../domain/bulletin/summary.ts'
import type { FixFacts } from '../../domain/fixes/facts.ts'
import type { DocumentVersion } from '../../domain/revisions/document-version.ts'
import type { KnownExploited } from '../../domain/revisions/known-exploited.ts'
import type { AccessStore } from './access.ts'
import type { CalendarStore } from './calendars.ts'
import type { ChannelStore } from './channels.ts'
import type { BackupStore } from './backups.ts'
import type { BoardStore } from './board.ts'
import type { DueStore } from './due.ts'
import type { ChangeStore } from './changes.ts'
import type { EventStore } from './events.ts'
import type { FilterStore } from './filters.ts'
import type { FleetStore } from './fleet.ts'
import type { HoldStore } from './holds.ts'
import type { ImportStore } from './imports.ts'
import type { LabStore } from './lab.ts'
import type { MachineStore } from './machines.ts'
import type { SearchStore } from './search.ts'
import type { SignalStore } from './signals.ts'
import type { OutboxStore, RunStore } from './outbox.ts'
import type { PlanStore } from './plans.ts'
import type { PrivateFeedStore } from './private-feeds.ts'
import type { ReferenceStore } from './references.ts'
import type { SourceStore } from './sources.ts'
import type { SubscriptionStore } from './subscriptions.ts'
import type { TeamStore } from './teams.ts'
import type { TriageStore } from './triage.ts'
import type { WeeklyStore } from './weekly.ts'

/** The bulletins and platforms that ship with the product, or that an import brings. */
export type Content = { platforms: Platform[]; bulletins: Bulletin[] }

/**
 * How a document is called where imports are listed, the watched source that has brought it (null where none has), and whom
 * `who` names. `run`: the import run that it is part of; absent where it is of none.
 */
export type Origin = { name: string; source: string | null; by: 'person' | 'source'; run?: number }

/** What became of a catalogue of exploited vulnerabilities, how many entries are on file, and the bulletins that it changed. */
export type SavedCatalogue = { outcome: 'stored' | 'unchanged' | 'older'; entries: number; saved: Saved[] }

/** Where bulletins are kept. */
export type BulletinStore = {
  /** The summary of every bulletin, by id. */
  summaries: () => Promise<StoredSummary[]>
  /** The same page by page, ids by their UTF-16 code units; never all in memory at once. */
  summaryPages: () => AsyncIterable<StoredSummary[]>
  /**
   * The summaries of the bulletins that were written after an event, by id; others may be among them. Null where a catalogue
   * has changed or documents were taken out since: any bulletin may read otherwise.
   */
  summariesSince: (event: number) => Promise<StoredSummary[] | null>
  /** The id of every bulletin, and how many there are. */
  ids: () => Promise<string[]>
  count: () => Promise<number>
  /** Every bulletin whole, by id; never all in memory at once. */
  bulletins: () => AsyncIterable<Bulletin>
  /** What each bulletin brings to install, page by page, by id. */
  fixFacts: () => AsyncIterable<FixFacts[]>
  /** Whether a bulletin is on file. */
  has: (id: string) => Promise<boolean>
  find: (id: string) => Promise<Bulletin | null>
  /** What each document says of a bulletin, as it was read, without what catalogues say. None of one that was withdrawn. */
  documentsOf: (id: string) => Promise<Bulletin[]>
  /** All platforms in reading order; of these ids only, where ids are given. */
  platforms: (ids?: ReadonlySet<PlatformId>) => Promise<Platform[]>
  /** Number of the last change of any bulletin: it grows, and so serves as a key for what is made from all of them. */
  version: () => Promise<number>
  /** The same of what documents say: what lab and team find changes no fix and no platform. */
  documentsVersion: () => Promise<number>
  /** Adds what is new and leaves alone what is there; all or nothing. Tells the ids of the bulletins added. */
  seed: (content: Content) => Promise<{ added: string[] }>
  /**
   * Brings in what a document says, all or nothing. An older version than that on file changes nothing; else what the
   * document said before is replaced, and what it lists no more is withdrawn. Without a `document` the bulletins are in our
   * own shape, and each is its own document. `who` is named in the history.
   */
  save: (content: Content & { document?: DocumentVersion | null }, who: string, origin?: Origin) => Promise<Saved[]>
  /** Replaces the catalogue of exploited vulnerabilities, unless a newer one is on file; without a `document` in any case. */
  saveKnownExploited: (
    entries: readonly KnownExploited[],
    who: string,
    from?: { document: DocumentVersion | null; origin?: Origin },
  ) => Promise<SavedCatalogue>
  /** The versions of a bulletin without what they say, the current one first; at most 1,000. None where it is not on file. */
  versions: (id: string) => Promise<Version[]>
  /** A bulletin as it is in one of its versions; the oldest is 1. Null where there is none. */
  readVersion: (id: string, number: number) => Promise<Bulletin | null>
}

/** All that is kept. Every engine passes one test suite. */
export type Store = BulletinStore & {
  sources: SourceStore
  triage: TriageStore
  due: DueStore
  changes: ChangeStore
  events: EventStore
  lab: LabStore
  fleet: FleetStore
  machines: MachineStore
  holds: HoldStore
  plans: PlanStore
  outbox: OutboxStore
  runs: RunStore
  signals: SignalStore
  imports: ImportStore
  filters: FilterStore
  teams: TeamStore
  channels: ChannelStore
  subscriptions: SubscriptionStore
  board: BoardStore
  backups: BackupStore
  search: SearchStore
  references: ReferenceStore
  weekly: WeeklyStore
  privateFeeds: PrivateFeedStore
  calendars: CalendarStore
  access: AccessStore
  /** Throws when the store cannot be read. */
  check: () => Promise<void>
  close: () => Promise<void>
}
