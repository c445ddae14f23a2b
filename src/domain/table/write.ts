/** An open table as the JSON that it comes from, in pieces: a long one is written with others having their turn in between. */
import type { ListColumn, ValueColumn } from './open.ts'
import { withoutUnused } from './patch.ts'

/** A dictionary pays where each of its values is used by at least two rows. */
export const rowsPerValue = 2

type Writable = { rows: number; columns: Readonly<Record<string, ValueColumn | ListColumn>> }

function valuesJson(column: ValueColumn): string {
  const { values, at } = withoutUnused(column)
  if (at === null) return JSON.stringify({ values })
  const isDictionary = values.length * rowsPerValue <= at.length || at.includes(-1)
  return isDictionary
    ? `{"values":${JSON.stringify(values)},"at":[${at.join(',')}]}`
    : JSON.stringify({ values: Array.from(at, (position) => values[position]) })
}

function* columnJson(column: ValueColumn | ListColumn): Generator<string> {
  if (!('items' in column)) {
    yield valuesJson(column)
    return
  }
  const { starts, items } = column
  const lengths = Array.from(starts.subarray(1), (end, row) => end - (starts[row] ?? 0))
  yield `{"lengths":[${lengths.join(',')}],"items":{`
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
