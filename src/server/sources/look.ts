/** One look at an address: what is new there is fetched, checked and brought in. */
import type { DocumentReport } from '../../contract/imports.ts'
import { asDirectory, listingOf, type Listed } from '../../feeds/listing.ts'
import { NotFetched, type Fetcher } from '../fetching/fetch-document.ts'
import type { Seen } from '../store/sources.ts'
import { hashMismatch } from './verify.ts'

export type Look = {
  /** Of every document that was read, refused, or could not be fetched. */
  reports: DocumentReport[]
  /** Documents read, and documents that nothing new is known of. */
  fetched: number
  skipped: number
  /** Why the look ended before everything was looked at; null where it did not. */
  stopped: NotFetched | null
}

type Means = {
  fetch: Fetcher
  /** Brings a document in. */
  take: (document: { name: string; bytes: Uint8Array<ArrayBuffer> }) => Promise<DocumentReport>
  /** What was known of a document before, by its address. */
  seen: ReadonlyMap<string, Seen>
  see: (url: string, seen: Seen) => Promise<void>
  /** Documents that were last revised before this day are left alone. */
  since: string | null
  /** Told of each document when it is done. */
  tell?: (report: DocumentReport) => void
  signal?: AbortSignal
}

/** Lists of lists go no deeper: metadata, feed, document. */
const deepest = 2

/** So many failures of the server in a row, and it is left alone. */
const failuresAtMost = 3

const failed = (document: string, message: string, rule: string | null = null): DocumentReport => ({
  document,
  kind: 'unknown',
  saved: [],
  problems: [{ place: 'document', rule, message }],
  problemCount: 1,
  warnings: [],
})

/** Whether a server asks to be left alone for now. */
const isBusy = ({ status }: NotFetched) => status === 429 || status === 503

/** Looks at an address, whatever stands there: a list of documents, a list of lists, or one document. */
export async function lookAt(
  start: string,
  { fetch: given, take, seen, see, since, tell, signal }: Means,
): Promise<Look> {
  const fetch: Fetcher = (url, wanted) => given(url, { ...wanted, signal })
  const look: Look = { reports: [], fetched: 0, skipped: 0, stopped: null }
  let failures = 0
  const keep = (report: DocumentReport) => {
    look.reports.push(report)
    tell?.(report)
    return report.problems.length === 0
  }
  const fail = (url: string, error: unknown) => {
    if (!(error instanceof NotFetched)) throw error
    failures = error.isServer ? failures + 1 : 0
    if (isBusy(error) || failures >= failuresAtMost) throw error
    return keep(failed(url, error.message))
  }

  async function bring(listed: Listed): Promise<boolean> {
    const known = seen.get(listed.url)
    const answer = await fetch(new URL(listed.url), { known: known?.validators, accept: listed.accept })
    if (answer.isUnchanged) {
      look.skipped += 1
      return true
    }
    const mismatch = await hashMismatch(answer.bytes, listed, fetch)
    failures = 0
    look.fetched += 1
    const isGood = keep(
      mismatch === null ? await take({ name: listed.url, bytes: answer.bytes }) : failed(listed.url, mismatch, 'hash'),
    )
    if (isGood) await see(listed.url, { updated: listed.updated, validators: answer.validators })
    return isGood
  }

  /** Whether a list says of a document that there is nothing to look at. */
  const isPast = ({ url, updated }: Listed) =>
    updated !== null && (seen.get(url)?.updated === updated || (since !== null && updated.slice(0, 10) < since))

  async function bringAll(documents: readonly Listed[]): Promise<boolean> {
    let areGood = true
    for (const listed of documents) {
      if (signal?.aborted) return false
      if (isPast(listed)) look.skipped += 1
      else areGood = (await bring(listed).catch((error: unknown) => fail(listed.url, error))) && areGood
    }
    return areGood
  }

  async function visit(url: string, depth: number): Promise<boolean> {
    const answer = await fetch(new URL(url), { known: seen.get(url)?.validators })
    if (answer.isUnchanged) {
      look.skipped += 1
      return true
    }
    const listing = listingOf(answer.bytes, answer.url.href)
    if (listing === null || depth > deepest) {
      look.fetched += 1
      const isGood = keep(await take({ name: url, bytes: answer.bytes }))
      if (isGood) await see(url, { updated: null, validators: answer.validators })
      return isGood
    }
    let areGood = await bringAll(listing.documents)
    for (const list of listing.listings) {
      if (signal?.aborted) return false
      areGood = (await visit(list, depth + 1).catch((error: unknown) => fail(list, error))) && areGood
    }
    // A list that is as it was is not looked through again: only once everything in it has come in.
    if (areGood) await see(url, { updated: null, validators: answer.validators })
    return areGood
  }

  try {
    await visit(start.endsWith('/') ? asDirectory(start) : start, 0)
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error
    look.stopped = error
  }
  return look
}
