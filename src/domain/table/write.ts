/** An open table as the JSON that it comes from, in pieces: a long one is written with others having their turn in between. */
import type { ListColumn, ValueColumn } from './open.ts'
import { withoutUnused } from './patch.ts'

/** A dictionary pays where each of its values is used by at least two rows. */
const rowsPerValue = 2

/** Whether distinct values and the position of each row's among them are written, rather than the value of each row. */
export const isDictionary = (values: readonly unknown[], at: readonly number[] | Int32Array): boolean =>
  values.length * rowsPerValue <= at.length || at.includes(-1)

type Writable = { rows: number; columns: Readonly<Record<string, ValueColumn | ListColumn>> }

/** Values that are written at a time. */
const valuesAtOnce = 5000

/** A list of any length as JSON, in pieces; `textOf` writes some of its items without what is around them. */
function* listPieces(length: number, textOf: (start: number, end: number) => string): Generator<string> {
  yield '['
  for (let start = 0; start < length; start += valuesAtOnce)
    yield `${start === 0 ? '' : ','}${textOf(start, Math.min(length, start + valuesAtOnce))}`
  yield ']'
}

const valuePieces = (values: readonly unknown[]) =>
  listPieces(values.length, (start, end) => JSON.stringify(values.slice(start, end)).slice(1, -1))

const numberPieces = (numbers: Int32Array | Uint32Array) =>
  listPieces(numbers.length, (start, end) => numbers.subarray(start, end).join(','))

function* valuesJson(column: ValueColumn): Generator<string> {
  const { values, at } = withoutUnused(column)
  const isShort = at !== null && isDictionary(values, at)
  yield '{"values":'
  yield* valuePieces(at === null || isShort ? values : Array.from(at, (position) => values[position]))
  if (isShort) {
    yield ',"at":'
    yield* numberPieces(at)
  }
  yield '}'
}

function* columnJson(column: ValueColumn | ListColumn): Generator<string> {
  if (!('items' in column)) {
    yield* valuesJson(column)
    return
  }
  const { starts, items } = column
  yield '{"lengths":'
  yield* numberPieces(starts.subarray(1).map((end, row) => end - (starts[row] ?? 0)))
  yield ',"items":{'
  yield* tableJson(items as Writable)
  yield '}}'
}

/** Whether a column says anything of any row. */
const isSaid = (column: ValueColumn | ListColumn) => 'items' in column || !column.at?.every((position) => position < 0)

/** The fields of a table, without the braces around them: others may go beside them. A column that no row has is left out. */
export function* tableJson({ rows, columns }: Writable): Generator<string> {
  const said = Object.entries(columns).filter(([, column]) => rows === 0 || isSaid(column))
  yield `"rows":${rows},"columns":{`
  for (const [at, [name, column]] of said.entries()) {
    yield `${at === 0 ? '' : ','}${JSON.stringify(name)}:`
    yield* columnJson(column)
  }
  yield '}'
}
