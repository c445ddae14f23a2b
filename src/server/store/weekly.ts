import type { ChangeEntry } from '../../contract/changes.ts'
import type { WeeklyContent, WeeklyDelivery, WeeklyHead, WeeklyIssue, WeeklySettings } from '../../contract/weekly.ts'

/** The settings as last set; version 0 where they never were. */
export type SetWeekly = WeeklySettings & { version: number; setBy: string | null; setAt: string | null }

/** The key under which an issue is put for a subscription, once however often it is tried. */
export const deliveryKey = (issue: number, subscription: number | '%') => `weekly ${issue} ${subscription}`

/** Where an issue begins and ends: moments, ISO 8601 in UTC, and events: it is about those after `since` up to `last`. */
export type WeeklySpan = { from: string; to: string; since: number; last: number }

/** Where the next issue goes on: after the last one, or after a week of which none was made. */
export type WeeklyPlace = {
  /** The number of the last issue; 0 before the first. */
  number: number
  /** Where that ended; null before the first. */
  to: string | null
  last: number
  /** Up to when issues were made, or left out; null before the first. */
  handled: string | null
}

/** An issue as it is kept. `words`: what it is found by, in small letters. */
type NewWeekly = WeeklySpan & {
  kind: WeeklyIssue['kind']
  /** The year of the day on which it comes out, in its zone. */
  year: string
  content: WeeklyContent
  words: string
}

/** HotFix Weekly: kept as it was made, and never made anew. */
export type WeeklyStore = {
  /** Null where they were never set. */
  settings: () => Promise<SetWeekly | null>
  /** Sets them in place of a version: one event. Null where another person has set them meanwhile. */
  setSettings: (version: number, settings: WeeklySettings, who: string) => Promise<SetWeekly | null>
  place: () => Promise<WeeklyPlace>
  /** When the log begins; null where it is empty. */
  logBegins: () => Promise<string | null>
  /** The number of the last event before the first one that is not before a moment. */
  eventBefore: (moment: string) => Promise<number>
  /** What changed after an event and up to another one, the oldest first, a page at a time. */
  changes: (since: number, last: number) => AsyncIterable<ChangeEntry[]>
  /** Keeps an issue after that of a number, and gives its own; null where another server has been quicker. */
  keep: (after: number, issue: NewWeekly) => Promise<number | null>
  /** Notes that no issue is made of a week, unless one was made meanwhile. */
  skip: (after: number, moment: string) => Promise<void>
  /** The newest for null; null where there is none. */
  find: (number: number | null) => Promise<WeeklyIssue | null>
  /** The newest first: of a year, with all of these words in small letters; no more than `atMost`. */
  list: (query: { year: string | null; words: readonly string[] }, atMost: number) => Promise<WeeklyHead[]>
  /** How far an issue was delivered to those who have subscribed. */
  delivery: (number: number) => Promise<WeeklyDelivery>
  /** The newest first. */
  years: () => Promise<{ year: string; count: number }[]>
}
