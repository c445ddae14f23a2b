/** Counts what became of each document, and remembers it for the next look. */
import type { DocumentReport } from '../../contract/imports.ts'
import type { Told } from '../fetching/fetch-document.ts'
import type { Seen } from '../store/sources.ts'
import type { Means } from './means.ts'
import { countReport, type CrawlCounts } from './tally.ts'

/** A document that was refused, or could not be had. */
export const failed = (document: string, message: string, more: Told & { rule?: string } = {}): DocumentReport => ({
  document,
  kind: 'unknown',
  saved: [],
  problems: [{ place: 'document', rule: null, message, ...more }],
  problemCount: 1,
  warnings: [],
})

/** So much is remembered of what was wrong with a document. */
const maxLetters = 1000

/** What was wrong with a document, in one text by which it is known again; null where nothing was. */
const signatureOf = ({ problems, problemCount }: DocumentReport): string | null =>
  problemCount === 0
    ? null
    : [problemCount, ...problems.map(({ place, rule, message }) => `${place} ${rule ?? ''} ${message}`)]
        .join('\n')
        .slice(0, maxLetters)

const unknown: Seen['validators'] = { etag: null, lastModified: null }

export type Recorder = ReturnType<typeof recorder>

export function recorder(tally: CrawlCounts, { seen, see, tell }: Pick<Means, 'seen' | 'see' | 'tell'>) {
  /**
   * Counts a document or list in; tells whether nothing is wrong with it. What is wrong is told as known from the next look
   * on, unless it `passes`: then it is no word on the document.
   */
  async function keep(report: DocumentReport, passes = false): Promise<boolean> {
    const signature = signatureOf(report)
    const isKnown = !passes && signature !== null && signature === seen.get(report.document)?.problem
    countReport(tally, report, isKnown)
    tell?.(report)
    if (signature !== null && !passes && !isKnown)
      await see(report.document, { updated: null, validators: unknown, problem: signature })
    return signature === null
  }

  return {
    keep,
    /** Says what is odd at an address. */
    warn: (url: string, message: string) =>
      keep({
        ...failed(url, message),
        problems: [],
        problemCount: 0,
        warnings: [{ place: 'document', rule: null, message }],
      }),
  }
}
