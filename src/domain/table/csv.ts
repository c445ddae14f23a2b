import Papa from 'papaparse'

/** What a spreadsheet would take for a formula, in the widths of Japanese too. */
const formula = /^[=+\-@\t\r＝＋－＠]/

const cellOf = (value: string | number | null): string => {
  const text = String(value ?? '')
  return formula.test(text) ? `'${text}` : text
}

/** A table for a spreadsheet: UTF-8 with a mark by which Excel knows it, and no cell that it would take for a formula. */
export const writeCsv = (head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${Papa.unparse([[...head], ...rows.map((row) => row.map(cellOf))], { newline: '\n' })}\n`

/** What an export tells of itself, so that a file that was renamed still says what it holds. */
export type ExportNote = { filter: string; exportedOn: string }

/** The same with two more columns for the filter and the day, which only the first row fills. */
export const writeNotedCsv = (
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  { filter, exportedOn }: ExportNote,
): string =>
  writeCsv(
    [...head, 'filter', 'exported_on'],
    rows.map((row, at) => [...row, ...(at === 0 ? [filter, exportedOn] : ['', ''])]),
  )
