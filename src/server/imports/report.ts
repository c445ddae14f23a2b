/** What an import says in the end. */
import type { Outcome } from '../store/revise.ts'
import type { FileReport } from './import-files.ts'

const outcomes: readonly Outcome[] = ['added', 'updated', 'unchanged', 'older']

/** How many bulletins came to what, and how many files were refused. */
export function totalsOf(reports: readonly FileReport[]) {
  const saved = reports.flatMap((report) => report.saved)
  const counts = outcomes.map((outcome) => [outcome, saved.filter((each) => each.outcome === outcome).length] as const)
  return {
    ...(Object.fromEntries(counts) as Record<Outcome, number>),
    refused: reports.filter(({ problems }) => problems.length > 0).length,
  }
}

/** Everything that was wrong, a line each: file, place, rule, and what is wrong there. */
export const problemLines = (reports: readonly FileReport[]): string[] =>
  reports.flatMap(({ file, problems }) =>
    problems.map(({ place, rule, message }) => `${file}: ${place}: ${rule === null ? '' : `${rule}: `}${message}`),
  )

/** `12 added, 3 updated, 5 unchanged, 1 file refused`. */
export function summaryLine(reports: readonly FileReport[]): string {
  const { refused, ...counts } = totalsOf(reports)
  const said = outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`)
  const files = refused === 1 ? '1 file refused' : `${refused} files refused`
  return [...(said.length > 0 ? said : ['nothing new']), ...(refused > 0 ? [files] : [])].join(', ')
}
