/** The records of a CSV file with the lines that they begin in. */
import Papa from 'papaparse'
import { inventoryLines } from '../../contract/limits.ts'
import { FileRefused } from './refused.ts'

/** `fault`: `cells` where it has more or fewer than the heading, `quotes` where its quotation marks do not match. */
export type TableRecord = { line: number; cells: readonly string[]; fault: 'cells' | 'quotes' | null }

export type RecordTable = { head: readonly string[]; records: TableRecord[] }

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-()（）]+/g, '')

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/** What kept a cell from being a formula is taken off. */
const unguarded = (cell: string) => cell.replace(/^'(?=[-=+@])/, '')

/**
 * The table that a text is: its first record is the heading, behind the line by which PowerShell names a type. Cells have
 * commas, semicolons or tabs between them.
 *
 * @throws FileRefused where it has too many records
 */
export function readRecords(text: string): RecordTable | null {
  const typed = /^\s*#TYPE [^\n]*\n/.exec(text)?.[0] ?? ''
  const body = text.slice(typed.length)
  let [line, from] = [1 + (typed.match(/\n/g)?.length ?? 0), 0]
  const heads: string[][] = []
  const records: TableRecord[] = []
  Papa.parse<string[]>(body, {
    delimitersToGuess: [',', ';', '\t'],
    step({ data, errors, meta }, parser) {
      const begins = line + (/^\n*/.exec(body.slice(from, meta.cursor))?.[0].length ?? 0)
      for (; from < meta.cursor; from++) if (body[from] === '\n') line++
      if (isEmpty(data)) return
      const [head] = heads
      if (head === undefined) heads.push(data.map((cell) => cell.trim()))
      else if (records.length >= inventoryLines.maxLength) parser.abort()
      else {
        // Spreadsheets leave empty cells at the end of a line away, or add some.
        const isOff = data.length !== head.length && !isEmpty(data.slice(head.length))
        const isShort = data.length < head.length
        const fault = errors.some(({ type }) => type === 'Quotes') ? 'quotes' : isOff || isShort ? 'cells' : null
        records.push({ line: begins, cells: data.map(unguarded), fault })
      }
    },
  })
  if (records.length >= inventoryLines.maxLength) throw new FileRefused('too-large')
  const [head] = heads
  return head === undefined ? null : { head, records }
}

/** Where the columns are that a table needs; null where one is missing. Spaces, hyphens and capitals make no difference. */
export function columnsNamed<const K extends string>(
  { head }: RecordTable,
  names: Readonly<Record<K, readonly string[]>>,
): Partial<Record<K, number>> {
  const found = head.map(plain)
  const at = Object.entries<readonly string[]>(names).flatMap(([key, all]) => {
    const position = found.findIndex((name) => all.some((each) => plain(each) === name))
    return position < 0 ? [] : [[key, position]]
  })
  return Object.fromEntries(at) as Partial<Record<K, number>>
}

/** The cell of a column; an empty text where there is none. */
export const cellOf = ({ cells }: TableRecord, at: number | undefined): string =>
  (at === undefined ? undefined : cells[at])?.trim() ?? ''
