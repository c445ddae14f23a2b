/** What is kept of the addresses that are watched. */
import * as z from 'zod'
import { Source, SourceId, SourceRun, SourceSettings } from '../../contract/sources.ts'
import type { Validators } from '../fetching/fetch-document.ts'

/** What a person has set of a source. */
export const KeptSettings = z.object({ ...SourceSettings.shape, url: Source.shape.url, isShipped: z.boolean() })
export type KeptSettings = z.infer<typeof KeptSettings>

/** How looking at it has gone. `failures`: looks that have failed since one has not. */
export const KeptRun = z.object({
  lastRun: z.nullable(SourceRun),
  nextRunAt: z.nullable(z.iso.datetime()),
  failures: z.int(),
})
export type KeptRun = z.infer<typeof KeptRun>

export const neverRun: KeptRun = { lastRun: null, nextRunAt: null, failures: 0 }

/** A source as it is kept. What is set and how it has gone are written apart: a look never undoes what is set meanwhile. */
export const StoredSource = z.object({ id: SourceId, ...KeptSettings.shape, ...KeptRun.shape })
export type StoredSource = z.infer<typeof StoredSource>

/**
 * What was last known of a document: when its list said it was revised, by what its server will know it again, and what was
 * wrong with it, as far as that is told again as known; null where nothing was.
 */
export type Seen = { updated: string | null; validators: Validators; problem: string | null }

/** A source that ships with the product. */
export const ShippedSource = z.object({ id: SourceId, ...SourceSettings.shape }).omit({ isOn: true })
export type ShippedSource = z.infer<typeof ShippedSource>

export type SourceStore = {
  /** All of them: the shipped ones first, then the others by title. */
  list: () => Promise<StoredSource[]>
  /** What is set of a source; null where there is none. */
  settingsOf: (id: string) => Promise<KeptSettings | null>
  /** The ids that sources have, or had: what came in says by an id from which source. */
  takenIds: () => Promise<Set<string>>
  /** Adds a source; false where the id is taken. `who` is named in the log; nobody is where it ships with the product. */
  add: (id: string, settings: KeptSettings, who?: string) => Promise<boolean>
  /** Adds a source, or sets one anew. Another address, or an earlier day, means other documents: what was seen is forgotten. */
  set: (id: string, settings: KeptSettings, who?: string) => Promise<void>
  /** Keeps how a look has gone; nothing where the source has been removed. */
  ran: (id: string, run: KeptRun) => Promise<void>
  /** Takes a look that is due for this server alone, until a moment; false where another has taken it. */
  claim: (id: string, dueAt: string | null, until: string) => Promise<boolean>
  /** Removes it and what was seen there. */
  remove: (id: string, who?: string) => Promise<void>
  /** What was last known of each document of a source, by address. */
  seen: (id: string) => Promise<Map<string, Seen>>
  see: (id: string, url: string, seen: Seen) => Promise<void>
}

/** The order of a list of sources. */
export const inOrder = (sources: readonly StoredSource[]): StoredSource[] =>
  sources.toSorted((a, b) => Number(b.isShipped) - Number(a.isShipped) || a.title.localeCompare(b.title))
