import type { Column, Table } from '../../contract/table.ts'

/** A column of one value a row: the values, and where each row's is among them (null: at the row's own position). */
export type ValueColumn<T = unknown> = { values: readonly T[]; at: Int32Array | null }

/** A column of lists: the items of row `r` are those from `starts[r]` up to `starts[r + 1]`. */
export type ListColumn<T = object> = { starts: Uint32Array; items: OpenTable<T> }

type OpenColumn<T> = [T] extends [readonly (infer Item extends object)[]] ? ListColumn<Item> : ValueColumn<T>

/** A table checked and ready to be read, by column or by row. `T` is the type of a row. */
export type OpenTable<T = object> = {
  rows: number
  columns: { readonly [K in keyof Required<T>]: OpenColumn<Required<T>[K]> }
}

class BadTable extends Error {}

function check(isGood: boolean, name: string, fault: string): void {
  if (!isGood) throw new BadTable(`column ${name}: ${fault}`)
}

/** The sums of all lengths before each position, and of all. */
function startsOf(lengths: readonly number[], name: string): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  let sum = 0
  for (const [row, length] of lengths.entries()) {
    check(Number.isInteger(length) && length >= 0, name, `length ${length} in row ${row}`)
    sum += length
    starts[row + 1] = sum
  }
  return starts
}

function openColumn(column: Column, rows: number, name: string): ValueColumn | ListColumn {
  if ('items' in column) {
    check(column.lengths.length === rows, name, `${column.lengths.length} lengths for ${rows} rows`)
    const starts = startsOf(column.lengths, name)
    check(starts[rows] === column.items.rows, name, `${starts[rows]} items expected, ${column.items.rows} found`)
    return { starts, items: openTable(column.items) }
  }
  const { values, at } = column
  if (at === undefined) {
    check(values.length === rows, name, `${values.length} values for ${rows} rows`)
    return { values, at: null }
  }
  check(at.length === rows, name, `${at.length} positions for ${rows} rows`)
  for (const position of at) {
    check(Number.isInteger(position) && position >= -1 && position < values.length, name, `no value at ${position}`)
  }
  return { values, at: Int32Array.from(at) }
}

/**
 * Makes a table ready to be read.
 *
 * @throws Error naming the column whose lengths or positions do not fit its rows
 */
export function openTable<T>(table: Table): OpenTable<T> {
  const columns = Object.entries(table.columns).map(([name, column]) => [name, openColumn(column, table.rows, name)])
  return { rows: table.rows, columns: Object.fromEntries(columns) as OpenTable<T>['columns'] }
}

/** The value of a row; undefined where it has none. */
export const valueAt = <T>({ values, at }: ValueColumn<T>, row: number): T | undefined =>
  values[at === null ? row : (at[row] ?? -1)]

/** The positions of the items of a row's list. */
export const itemsOf = ({ starts }: Pick<ListColumn, 'starts'>, row: number): number[] => {
  const first = starts[row] ?? 0
  return Array.from({ length: (starts[row + 1] ?? first) - first }, (_, position) => first + position)
}

/** The row as an object, with all its lists; absent values are absent. */
export function rowAt<T>({ columns }: OpenTable<T>, row: number): T {
  const read: Record<string, unknown> = {}
  for (const [name, column] of Object.entries<ValueColumn | ListColumn>(columns)) {
    const isList = 'items' in column
    const value = isList ? itemsOf(column, row).map((item) => rowAt(column.items, item)) : valueAt(column, row)
    if (value !== undefined) read[name] = value
  }
  return read as T
}
