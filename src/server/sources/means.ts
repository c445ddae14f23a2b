/** What a look works with, and what it comes to. */
import type { DocumentReport } from '../../contract/imports.ts'
import type { FeedEntry, FeedIndex } from '../../feeds/listing.ts'
import type { Fetcher, Told } from '../fetching/fetch-document.ts'
import type { Seen } from '../store/sources.ts'
import type { LookEnd } from './ending.ts'
import type { CrawlCounts } from './tally.ts'

type Bytes = Uint8Array<ArrayBuffer>

export type Means = {
  fetch: Fetcher
  /** The bytes of an address as a list; null where they are none. */
  list: (bytes: Bytes, base: string) => Promise<FeedIndex | null>
  /** The documents of an address that is a template; null for any other address. */
  expand?: (address: string) => Promise<FeedEntry[] | null>
  /** Brings a document in. */
  take: (document: { name: string; bytes: Bytes }) => Promise<DocumentReport>
  /** What was known of a document before, by its address. */
  seen: ReadonlyMap<string, Seen>
  see: (url: string, seen: Seen) => Promise<void>
  /** Documents that were last revised before this day are left alone. */
  since: string | null
  /** Told of errors that are no fault of a publisher. */
  report: (error: unknown) => void
  /** Told of each document when it is done. */
  tell?: (report: DocumentReport) => void
  /** Ends the look; its reason is a LookEnded. */
  signal?: AbortSignal
  /** Asked before each document and list; throws LookEnded where the look is not wanted any more. */
  checkWanted?: () => Promise<void>
}

/** Why a look broke off, and for how many seconds the server wants to be left alone, where it said so. */
export type Stopped = { message: string; retryAfter: number | null; told?: Told }

export type CrawlResult = CrawlCounts & {
  /** Why the look broke off before everything was looked at; null where it did not. */
  stopped: Stopped | null
  /** Why it was ended; null where it was not. */
  ended: LookEnd | null
}
