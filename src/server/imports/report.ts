/** What an import says in the end. */
import { importOutcomes, type DocumentProblem, type DocumentReport, type ImportTotals } from '../../contract/imports.ts'

/** How many bulletins came to what, and how many documents were refused. */
export function totalsOf(reports: readonly DocumentReport[]): ImportTotals {
  const outcomes = reports.flatMap(({ saved }) => saved.map(({ outcome }) => outcome))
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length
  return {
    added: count('added'),
    updated: count('updated'),
    withdrawn: count('withdrawn'),
    unchanged: count('unchanged'),
    older: count('older'),
    refused: reports.filter(({ problems }) => problems.length > 0).length,
  }
}

const lineOf = (document: string, { place, rule, message }: DocumentProblem): string =>
  `${document}: ${place}: ${rule === null ? '' : `${rule}: `}${message}`

/** Everything that was wrong, a line each: document, place, rule, and what is wrong there. What refused nothing is called a warning. */
export const problemLines = (reports: readonly DocumentReport[]): string[] =>
  reports.flatMap(({ document, problems, problemCount, warnings }) => [
    ...problems.map((problem) => lineOf(document, problem)),
    ...(problemCount > problems.length
      ? [`${document}: ${problemCount} problems were found, and there may be more`]
      : []),
    ...warnings.map((warning) => `warning: ${lineOf(document, warning)}`),
  ])

/** `KB5094126: 2 known issues`. */
function pageWords({ kb, answer, issues }: NonNullable<DocumentReport['page']>): string {
  if (answer === 'unreadable') return `KB${kb}: known issues not readable`
  if (answer === 'none') return `KB${kb}: no known issues published`
  return `KB${kb}: ${issues} known ${issues === 1 ? 'issue' : 'issues'}`
}

/** What became of catalogues: of bulletins they need not have changed any. */
const catalogueWords = (reports: readonly DocumentReport[]): string[] =>
  reports.flatMap(({ catalogue, stored, saved, page }) => {
    if (catalogue === undefined) return []
    if (page !== undefined) return [pageWords(page)]
    if (catalogue === 'older') return ['an older catalogue left alone']
    if (catalogue === 'unchanged') return []
    const words = `${(stored?.entries ?? 0).toLocaleString('en')} entries of a catalogue stored`
    return saved.length > 0 ? [words] : [words, 'no bulletin on file changed']
  })

/** `12 added, 3 updated, 5 unchanged, 1 document refused`. */
export function summaryLine(reports: readonly DocumentReport[]): string {
  const totals = totalsOf(reports)
  const { refused } = totals
  const outcomes = importOutcomes.filter((outcome) => totals[outcome] > 0)
  const said = [...outcomes.map((outcome) => `${totals[outcome]} ${outcome}`), ...catalogueWords(reports)]
  const documents = refused === 1 ? '1 document refused' : `${refused} documents refused`
  return [...(said.length > 0 ? said : ['nothing new']), ...(refused > 0 ? [documents] : [])].join(', ')
}
