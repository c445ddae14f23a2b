/** Looks at a watched source, and keeps how that went: always, whatever goes wrong. */
import type { SourceRun } from '../../contract/sources.ts'
import type { FeedIndex } from '../../feeds/listing.ts'
import { teamDay } from '../due/team-day.ts'
import type { Fetcher } from '../fetching/fetch-document.ts'
import { importDocument, type DocumentReader } from '../imports/import-document.ts'
import { importRun } from '../imports/run.ts'
import { isPassing } from '../store/engines/unavailable.ts'
import type { KeptRun, KeptSettings, Seen, StoredSource } from '../store/sources.ts'
import type { Store } from '../store/store.ts'
import { LookEnded, orEnded, type LookEnd } from './ending.ts'
import { crawl } from './crawl.ts'
import { isForEachKb, kbAt, kbPages, pagesPerSecond } from './kb-pages.ts'
import type { CrawlResult } from './means.ts'
import { nextLook } from './schedule.ts'

export type LookDeps = {
  store: Store
  fetch: Fetcher
  read: DocumentReader
  /** Reads lists: here, unless they are read in a process of its own. */
  list?: (bytes: Uint8Array<ArrayBuffer>, base: string) => Promise<FeedIndex | null>
  now: () => Date
  /** Told of errors that are no fault of a source. */
  report: (error: unknown) => void
  /** Milliseconds that one look may take; what is left then comes with the next. */
  lookTime?: number
}

/** What a look may take, unless told otherwise. */
export const usualLookTime = 30 * 60_000

/** Why a look at what a source was is no look at what it is now; null where it still is. */
export function crawlEnd(before: KeptSettings, after: KeptSettings | null): LookEnd | null {
  if (after === null) return 'removed'
  if (before.url !== after.url || before.since !== after.since) return 'changed'
  return before.isOn && !after.isOn ? 'switched-off' : null
}

function runOf({ stopped, ended, ...tally }: CrawlResult, startedAt: Date, finishedAt: Date): SourceRun {
  const { added, updated, withdrawn } = tally.totals
  const isPartly = ended !== null || tally.problemCount > 0
  const isChanged = added + updated + withdrawn > 0
  return {
    ...tally,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    outcome: stopped !== null ? 'failed' : isPartly ? 'partly' : isChanged ? 'changed' : 'unchanged',
    message: stopped?.message ?? null,
    ...stopped?.told,
    ...(ended !== null && ended !== 'removed' && ended !== 'stopping' && { ended }),
  }
}

export function lookPerformer({
  store,
  fetch,
  read,
  list = async (bytes, base) => (await import('../../feeds/listing.ts')).listingOf(bytes, base),
  now,
  report,
  lookTime = usualLookTime,
}: LookDeps) {
  const { sources } = store
  /** How looks went that could not be written down yet, and sources that could not be read. */
  const unwritten = new Map<string, KeptRun>()
  const unread = new Set<string>()

  async function write(id: string, run: KeptRun) {
    unwritten.set(id, run)
    await sources.ran(id, run)
    unwritten.delete(id)
  }

  async function look(
    source: StoredSource,
    known: ReadonlyMap<string, Seen>,
    signal: AbortSignal,
  ): Promise<CrawlResult> {
    const { id, url, since } = source
    const isPages = isForEachKb(url)
    const run = importRun({ store, name: id, report })
    const crawled = crawl(url, {
      fetch: isPages ? (address, wanted) => fetch(address, { ...wanted, perSecond: pagesPerSecond }) : fetch,
      expand: async () => {
        if (!isPages) return null
        const { today } = await teamDay(store, now)
        return kbPages(store, url, { since, today })
      },
      list: (bytes, base) => orEnded(list(bytes, base), signal),
      take: async (document) => {
        const report = await importDocument(store, document, {
          keepGoing: false,
          source: id,
          run: await run.number(),
          ...(isPages && { kb: kbAt(url, document.name) }),
          read: (bytes, options) => orEnded(read(bytes, options), signal),
        })
        // What is on file from a source that has been removed is of this one now.
        if (!known.has(document.name)) await store.imports.adopt(id, document.name)
        return report
      },
      seen: known,
      see: (address, seen) => sources.see(id, address, seen),
      since,
      report,
      signal,
      checkWanted: async () => {
        const why = crawlEnd(source, await sources.settingsOf(id))
        if (why !== null) throw new LookEnded(why)
      },
    })
    try {
      return await crawled
    } finally {
      await run.end().catch(report)
    }
  }

  async function perform(id: string, signal: AbortSignal, end: (why: LookEnd) => void) {
    const timer = setTimeout(() => end('time'), lookTime)
    try {
      const startedAt = now()
      unread.add(id)
      const source = (await sources.list()).find((each) => each.id === id)
      const known = await sources.seen(id)
      unread.delete(id)
      if (source === undefined || signal.aborted) return
      const result = await look(source, known, signal)
      // A look that was cut short so says nothing of the source.
      if (result.ended === 'removed' || result.ended === 'stopping') return
      const finished = now()
      const { stopped } = result
      const failures = stopped === null ? 0 : source.failures + 1
      const isCutShort = result.ended === 'time' && result.fetched > 0
      await write(id, {
        failures,
        lastRun: runOf(result, startedAt, finished),
        nextRunAt: nextLook(finished, { everyHours: source.everyHours, failures, stopped, isCutShort }),
      })
    } catch (error) {
      report(error)
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    perform,
    /** Tries again what the store could not do; tells the sources that are still to be looked at. */
    async catchUp(): Promise<string[]> {
      for (const [id, run] of unwritten)
        await write(id, run).catch((error: unknown) => {
          if (isPassing(error)) throw error
          unwritten.delete(id)
          report(error)
        })
      return [...unread]
    },
  }
}
