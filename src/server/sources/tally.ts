/** What a look comes to, counted document by document: however many there are, little of it is kept. */
import type { DocumentProblem, DocumentReport, ImportTotals } from '../../contract/imports.ts'
import { totalsOf } from '../imports/report.ts'

export type CrawlCounts = {
  /** Documents read, and documents that nothing new is known of. */
  fetched: number
  skipped: number
  totals: ImportTotals
  /** Entries of catalogues that were stored. */
  stored: number
  /** Of every document that was refused or could not be fetched; `place` begins with the document. */
  problems: DocumentProblem[]
  problemCount: number
  /** Those that an earlier look has told of. */
  knownProblems: DocumentProblem[]
  knownProblemCount: number
  warnings: DocumentProblem[]
  /** Documents and lists that are listed beyond what a look takes. */
  leftOut: number
}

/** Of more problems nobody learns anything. */
const maxProblems = 100

export const emptyCounts = (): CrawlCounts => ({
  fetched: 0,
  skipped: 0,
  totals: totalsOf([]),
  stored: 0,
  problems: [],
  problemCount: 0,
  knownProblems: [],
  knownProblemCount: 0,
  warnings: [],
  leftOut: 0,
})

function keepFirst(kept: DocumentProblem[], document: string, problems: readonly DocumentProblem[]): void {
  for (const problem of problems.slice(0, maxProblems - kept.length))
    kept.push({ ...problem, place: `${document}: ${problem.place}` })
}

/** Counts in what became of a document. `isKnown`: an earlier look has told of its problems. */
export function countReport(tally: CrawlCounts, report: DocumentReport, isKnown: boolean): void {
  const { document, problems, problemCount, warnings, stored, catalogue } = report
  const totals = totalsOf([report])
  for (const name of Object.keys(totals) as (keyof ImportTotals)[]) tally.totals[name] += totals[name]
  if (catalogue === 'stored') tally.stored += stored?.entries ?? 0
  keepFirst(isKnown ? tally.knownProblems : tally.problems, document, problems)
  if (isKnown) tally.knownProblemCount += problemCount
  else tally.problemCount += problemCount
  keepFirst(tally.warnings, document, warnings)
}
