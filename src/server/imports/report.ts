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

/** What a catalogue holds, as it is counted. */
const entryWords: Partial<Record<DocumentReport['kind'], string>> = {
  kev: 'entries of KEV',
  epss: 'scores of EPSS',
  'cve-record': 'CVE records',
}

/** How many entries of a catalogue are on file now: a list replaces the one before, records are added to the others. */
function entriesIn(kind: DocumentReport['kind'], reports: readonly DocumentReport[]): number {
  const counts = reports.map(({ stored }) => stored?.entries ?? 0)
  return kind === 'cve-record' ? counts.reduce((sum, count) => sum + count, 0) : (counts.at(-1) ?? 0)
}

/** What became of catalogues: of bulletins they need not have changed any. */
function catalogueWords(all: readonly DocumentReport[]): string[] {
  const pages = all.flatMap(({ catalogue, page }) =>
    catalogue === undefined || page === undefined ? [] : [pageWords(page)],
  )
  const reports = all.filter(({ page }) => page === undefined)
  const stored = reports.filter(({ catalogue }) => catalogue === 'stored')
  const words = [...Map.groupBy(stored, ({ kind }) => kind)].map(
    ([kind, own]) => `${entriesIn(kind, own).toLocaleString('en')} ${entryWords[kind] ?? 'entries'} stored`,
  )
  const isNothingChanged = stored.length > 0 && reports.every(({ saved }) => saved.length === 0)
  const older = reports.filter(({ catalogue }) => catalogue === 'older').length
  return [
    ...pages,
    ...words,
    ...(isNothingChanged ? ['no bulletin on file changed'] : []),
    ...(older === 0 ? [] : [older === 1 ? '1 older catalogue left alone' : `${older} older catalogues left alone`]),
  ]
}

/** `12 added, 3 updated, 5 unchanged, 1 document refused`. */
export function summaryLine(reports: readonly DocumentReport[]): string {
  const totals = totalsOf(reports)
  const { refused } = totals
  const outcomes = importOutcomes.filter((outcome) => totals[outcome] > 0)
  const said = [...outcomes.map((outcome) => `${totals[outcome]} ${outcome}`), ...catalogueWords(reports)]
  const documents = refused === 1 ? '1 document refused' : `${refused} documents refused`
  return [...(said.length > 0 ? said : ['nothing new']), ...(refused > 0 ? [documents] : [])].join(', ')
}
