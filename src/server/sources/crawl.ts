/** One look at an address: what is new there is fetched, checked and brought in. */
import type { DocumentReport } from '../../contract/imports.ts'
import { Unreadable } from '../../feeds/feed.ts'
import type { FeedIndex } from '../../feeds/listing.ts'
import { asDirectory, indexBeside } from '../../feeds/lists/provider.ts'
import { NotFetched, type Fetched } from '../fetching/fetch-document.ts'
import { isPassing } from '../store/engines/unavailable.ts'
import { bringer } from './bring.ts'
import { LookEnded } from './ending.ts'
import type { CrawlResult, Means, Stopped } from './means.ts'
import { failed, recorder } from './record.ts'
import { emptyCounts } from './tally.ts'

/** Lists of lists go no deeper: metadata, feed, document. */
const deepest = 2

/** More lists are not looked through in one look. */
const maxLists = 100

/** What is at an address: whether all of it has come in, and how many documents it names, itself included. */
type Held = { isGood: boolean; names: number }

/** Whether there is nothing of use at an address, as against a server in trouble. */
const isAbsent = (error: unknown): error is NotFetched => error instanceof NotFetched && !error.isServer

/** Why a look broke off, in words that say what to do. */
function explain(error: unknown, report: (error: unknown) => void): Stopped {
  if (error instanceof NotFetched) return error
  report(error)
  const message = isPassing(error)
    ? 'the database could not be reached; the source is looked at again soon'
    : 'an unexpected error, which the log tells; the source is looked at again soon'
  return { message, retryAfter: null }
}

/** What is wrong with a list: its entries that cannot be used, and that it is too long. */
function reportOf(url: string, { problems, problemCount, warnings, leftOut }: FeedIndex): DocumentReport {
  const beyond = failed(url, `lists ${leftOut} more than a look takes, and they are left out`)
  if (leftOut === 0) return { ...beyond, problems, problemCount, warnings }
  return { ...beyond, problems: [...beyond.problems, ...problems], problemCount: problemCount + 1, warnings }
}

/**
 * Crawls an address, whatever is there: a list of documents, a list of lists, or one document. What is wrong with one
 * of them is told, and the others are looked at; whatever else goes wrong is told as `stopped`.
 */
export async function crawl(start: string, means: Means): Promise<CrawlResult> {
  const { fetch, list, seen, see, report, signal, checkWanted } = means
  const look: CrawlResult = { ...emptyCounts(), stopped: null, ended: null }
  const record = recorder(look, means)
  const { bringAll, takeIn, fail } = bringer(look, record, means)
  const visited = new Set<string>()

  async function visitAll(lists: readonly string[], from: URL, depth: number): Promise<Held> {
    const all: Held = { isGood: true, names: 0 }
    for (const url of lists) {
      await checkWanted?.()
      const gone = async (error: unknown): Promise<Held> => ({ isGood: await fail(url, error), names: 0 })
      const held = await visit(url, from, depth).catch(gone)
      all.isGood &&= held.isGood
      all.names += held.names
    }
    return all
  }

  /**
   * Looks through a list. Its server is asked whether it has changed only once everything in it has come in; where it lists
   * other lists, never: these change without it.
   */
  async function lookThrough(url: string, listing: FeedIndex, { url: from, validators }: Fetched, depth: number) {
    const { documents, listings, otherwise } = listing
    look.leftOut += listing.leftOut
    const told = reportOf(url, listing)
    const isWhole = told.problemCount + told.warnings.length === 0 || (await record.keep(told))
    const areGood = await bringAll(documents, from)
    const below = await visitAll(listings, from, depth + 1)
    const isEmpty = documents.length + below.names === 0
    const instead = await visitAll(isEmpty ? otherwise : [], from, depth + 1)
    const isGood = isWhole && areGood && below.isGood && instead.isGood
    const names = documents.length + below.names + instead.names
    const isOfDocuments = listings.length + otherwise.length === 0
    if (isGood && names > 0 && isOfDocuments) await see(url, { updated: null, validators, problem: null })
    return { isGood, names }
  }

  /** The list that was fetched; null where it is none. One that cannot be read in time costs only itself. */
  const readList = (url: string, { bytes, url: base }: Fetched) =>
    list(bytes, base.href).catch((error: unknown) => {
      throw error instanceof Unreadable ? new NotFetched(`${url} ${error.message}`) : error
    })

  /** Crawls what is at an address; where it has to be a list, nothing else is taken. */
  async function visitAt(url: string, from: URL | undefined, depth: number, isListed: boolean): Promise<Held> {
    const answer = await fetch(new URL(url), { known: seen.get(url)?.validators, from, signal })
    if (answer.isUnchanged) {
      look.skipped += 1
      return { isGood: true, names: 1 }
    }
    const listing = depth > deepest ? null : await readList(url, answer)
    if (listing !== null) return lookThrough(url, listing, answer, depth)
    if (isListed) throw new NotFetched(`${url} is no list of documents`)
    look.fetched += 1
    const isGood = await takeIn(url, answer.bytes)
    if (isGood) await see(url, { updated: null, validators: answer.validators, problem: null })
    return { isGood, names: 1 }
  }

  async function visit(url: string, from: URL | undefined, depth: number): Promise<Held> {
    if (visited.has(url)) return { isGood: true, names: 0 }
    if (visited.size >= maxLists) throw new NotFetched(`${url} is left out: a look takes ${maxLists} lists`)
    visited.add(url)
    const index = indexBeside(url)
    return visitAt(url, from, depth, index !== null).catch(async (error: unknown) => {
      if (index === null || !isAbsent(error)) throw error
      const held = await visitAt(index, from, depth, true).catch((other: unknown) => {
        throw isAbsent(other) ? new NotFetched(`${error.message}, and ${other.message}`) : other
      })
      await record.warn(index, `is read, which tells no dates: ${error.message}`)
      return held
    })
  }

  try {
    const pages = (await means.expand?.(start)) ?? null
    if (pages !== null) {
      await bringAll(pages, new URL(start))
      return look
    }
    const { names } = await visit(start.endsWith('/') ? asDirectory(start) : start, undefined, 0)
    if (names === 0) await record.warn(start, 'no document is listed there')
  } catch (error) {
    if (error instanceof LookEnded) look.ended = error.why
    else look.stopped = explain(error, report)
  }
  return look
}
