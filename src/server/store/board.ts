import type { BoardEntry, BoardView, ReadUpTo } from '../../contract/board.ts'
import type { FieldReport, NewFieldReport } from '../../contract/field-reports.ts'
import type { ConcernFacts } from '../../domain/board/concerns.ts'
import type { FilterOwner } from './filters.ts'

export type AddressedEvent = ConcernFacts['addressed'][number]
export type WatchedEvent = ConcernFacts['watched'][number]

/** Who asks: whose watches and concerns they are, and their name now. */
export type Reading = { owner: FilterOwner; name: string }

/** What people say to each other, and what they watch. */
export type BoardStore = {
  /** What was said of all bulletins, the newest first, before an event (null: from the last), at most this many. */
  talk: (view: BoardView, of: Reading | null, before: number | null, atMost: number) => Promise<BoardEntry[]>
  /** Field reports that count, oldest first: of a bulletin, or of all (null). */
  fieldReports: (bulletin: string | null) => Promise<FieldReport[]>
  /** Adds one, once where it has a `key`; null where there is no such bulletin. */
  report: (bulletin: string, report: NewFieldReport, who: string, key?: string) => Promise<FieldReport | null>
  /** Takes one back: only its author may. Its text goes; that there was one stays on file. */
  takeBackReport: (id: number, who: string) => Promise<'done' | 'missing' | 'not-yours'>
  /** The ids of what a person watches. */
  watched: (owner: FilterOwner) => Promise<string[]>
  /** Watches a bulletin, or does no longer; false where there is no such bulletin. */
  watch: (bulletin: string, of: Reading, isWatched: boolean) => Promise<boolean>
  /** What was last addressed to a person by events, the newest first; what they did themselves may be among it. */
  addressedTo: (owner: FilterOwner) => Promise<AddressedEvent[]>
  /** What has last happened to the bulletins that they watch, since they do; the same. */
  watchedBy: (owner: FilterOwner) => Promise<WatchedEvent[]>
  /** Up to where a person has read what concerns them; null before they have said so. */
  readUpTo: (owner: FilterOwner) => Promise<ReadUpTo | null>
  /** Notes it: never back, and never beyond the last event. */
  setRead: (owner: FilterOwner, upTo: ReadUpTo) => Promise<ReadUpTo>
}
