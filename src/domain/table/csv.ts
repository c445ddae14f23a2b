import Papa from 'papaparse'

/** What a spreadsheet would take for a formula, in the widths of Japanese too. */
const formula = /^[=+\-@\t\r＝＋－＠]/

const cellOf = (value: string | number | null): string => {
  const text = String(value ?? '')
  return formula.test(text) ? `'${text}` : text
}

type Row = readonly (string | number | null)[]

/** Rows that are written at a time. */
const rowsAtOnce = 200

function* batches(rows: Iterable<Row>): Generator<Row[]> {
  let batch: Row[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < rowsAtOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const linesOf = (rows: readonly Row[]) => `${Papa.unparse(rows as string[][], { newline: '\n' })}\n`

/**
 * A table for a spreadsheet, in pieces: UTF-8 with a mark by which Excel knows it, and no cell that it would take for a
 * formula. Rows are read as the pieces are asked for.
 */
export function* csvPieces(head: readonly string[], rows: Iterable<Row>): Generator<string> {
  yield `\uFEFF${linesOf([head])}`
  for (const batch of batches(rows)) yield linesOf(batch.map((row) => row.map(cellOf)))
}

/** The same as one text. */
export const writeCsv = (head: readonly string[], rows: Iterable<Row>): string => [...csvPieces(head, rows)].join('')

/** What an export tells of itself, so that a file that was renamed still says what it holds. */
export type ExportNote = { filter: string; exportedOn: string }

/** The table with two more columns for the filter and the day, which only the first row fills. */
export function* notedCsvPieces(
  head: readonly string[],
  rows: Iterable<Row>,
  { filter, exportedOn }: ExportNote,
): Generator<string> {
  let isFirst = true
  function* noted(): Generator<Row> {
    for (const row of rows) {
      yield [...row, ...(isFirst ? [filter, exportedOn] : ['', ''])]
      isFirst = false
    }
  }
  yield* csvPieces([...head, 'filter', 'exported_on'], noted())
}

/** The same as one text. */
export const writeNotedCsv = (head: readonly string[], rows: Iterable<Row>, note: ExportNote): string =>
  [...notedCsvPieces(head, rows, note)].join('')
