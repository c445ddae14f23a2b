/** Brings in the documents of a list, one after the other: what is wrong with one costs only that one. */
import type { DocumentReport } from '../../contract/imports.ts'
import type { FeedEntry } from '../../feeds/listing.ts'
import { NotFetched } from '../fetching/fetch-document.ts'
import { isPassing } from '../store/engines/unavailable.ts'
import { LookEnded } from './ending.ts'
import type { CrawlResult, Means } from './means.ts'
import { failed, type Recorder } from './record.ts'
import { hashMismatch } from './verify.ts'

/** After this many failures of the server in a row it is left alone. */
const maxFailures = 3

/** Whether a server asks to be left alone for now. */
const isBusy = ({ status }: NotFetched) => status === 429 || status === 503

export function bringer(look: CrawlResult, record: Recorder, means: Means) {
  const { fetch, take, seen, see, since, report, signal, checkWanted } = means
  let failures = 0

  /** Whether a list says of a document that there is nothing to look at. */
  const isPast = ({ url, updated }: FeedEntry) =>
    updated !== null && (seen.get(url)?.updated === updated || (since !== null && updated.slice(0, 10) < since))

  /** What was never seen comes first, and what went wrong before comes last: a look that runs out of time leaves that. */
  function turnOf({ url }: FeedEntry): number {
    const known = seen.get(url)
    return known === undefined ? 0 : known.problem === null ? 1 : 2
  }

  /** Tells that something cannot be had; false. Throws where its server is to be left alone. */
  async function fail(url: string, error: unknown): Promise<boolean> {
    if (!(error instanceof NotFetched)) throw error
    failures = error.isServer ? failures + 1 : 0
    if (isBusy(error) || failures >= maxFailures) throw error
    return record.keep(failed(url, error.message, error.told), error.isServer)
  }

  /** Brings bytes in: whatever goes wrong there is a problem of that document, unless the store is away. */
  async function takeIn(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const taken: DocumentReport = await take({ name, bytes }).catch((error: unknown) => {
      if (error instanceof LookEnded || isPassing(error)) throw error
      report(error)
      return failed(name, 'could not be brought in: an unexpected error, which the log tells')
    })
    return record.keep(taken)
  }

  async function bring(listed: FeedEntry, from: URL): Promise<boolean> {
    const { url, updated, accept } = listed
    const known = seen.get(url)
    const answer = await fetch(new URL(url), { known: known?.validators, accept, from, signal })
    if (answer.isUnchanged) {
      failures = 0
      look.skipped += 1
      if (known !== undefined && known.updated !== updated) await see(url, { ...known, updated })
      return true
    }
    const mismatch = await hashMismatch(answer.bytes, listed, (at, wanted) => fetch(at, { ...wanted, from, signal }))
    failures = 0
    look.fetched += 1
    const isGood =
      mismatch === null ? await takeIn(url, answer.bytes) : await record.keep(failed(url, mismatch, { rule: 'hash' }))
    if (isGood) await see(url, { updated, validators: answer.validators, problem: null })
    return isGood
  }

  /** Brings in what is new of a list at `from`; tells whether all of it has come in. */
  async function bringAll(documents: readonly FeedEntry[], from: URL): Promise<boolean> {
    const due = documents.filter((listed) => !isPast(listed))
    look.skipped += documents.length - due.length
    let areGood = true
    for (const listed of due.toSorted((a, b) => turnOf(a) - turnOf(b))) {
      signal?.throwIfAborted()
      await checkWanted?.()
      areGood = (await bring(listed, from).catch((error: unknown) => fail(listed.url, error))) && areGood
    }
    return areGood
  }

  return { bringAll, takeIn, fail }
}
