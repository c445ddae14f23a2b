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
