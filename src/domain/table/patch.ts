/** A table with some of its rows changed: what is unchanged is copied column by column, and its values stay the same objects. */
import { valueAt, type ListColumn, type OpenTable, type ValueColumn } from './open.ts'

/** Where each row of a new table comes from: row `from` of the old one, or row `-1 - from` of the changed ones. */
export type Origins = Int32Array

type Starts = ListColumn['starts']
type AnyColumn = ValueColumn | ListColumn
type AnyColumns = Readonly<Record<string, AnyColumn>>

/** Neighbours that stay neighbours are copied in one go. */
export function eachRun(from: Origins, visit: (start: number, origin: number, length: number) => void): void {
  for (let start = 0; start < from.length;) {
    const origin = from[start] ?? 0
    let end = start + 1
    if (origin >= 0) while (end < from.length && from[end] === origin + end - start) end++
    visit(start, origin, end - start)
    start = end
  }
}

/** Up to this many values are looked through for one that is there already. */
const fewValues = 200

/** Gives the position of a value among others, and adds it where it is not found among them. */
function positionsIn(values: unknown[]): (value: unknown) => number {
  let known: Map<string, number> | null = null
  return (value) => {
    if (value === undefined) return -1
    known ??= new Map(values.length > fewValues ? [] : values.map((each, position) => [JSON.stringify(each), position]))
    const text = JSON.stringify(value)
    const position = known.get(text) ?? values.push(value) - 1
    known.set(text, position)
    return position
  }
}

/** Without the values that no row has, those of the first rows first. */
export function withoutUnused({ values, at }: ValueColumn): ValueColumn {
  if (at === null) return { values, at }
  const places = new Int32Array(values.length).fill(-1)
  const used: unknown[] = []
  const moved = at.map((position) => {
    if (position < 0) return position
    if (places[position] === -1) places[position] = used.push(values[position]) - 1
    return places[position] ?? -1
  })
  return { values: used, at: moved }
}

function patchedValues(old: ValueColumn, changed: ValueColumn, from: Origins): ValueColumn {
  if (old.at === null) {
    const values: unknown[] = Array.from(from, (origin) =>
      origin >= 0 ? old.values[origin] : valueAt(changed, -1 - origin),
    )
    const at = values.includes(undefined)
      ? Int32Array.from(values, (value, row) => (value === undefined ? -1 : row))
      : null
    return { values, at }
  }
  const before = old.at
  const values = [...old.values]
  const positionOf = positionsIn(values)
  const at = new Int32Array(from.length)
  eachRun(from, (start, origin, length) => {
    if (origin >= 0) at.set(before.subarray(origin, origin + length), start)
    else at[start] = positionOf(valueAt(changed, -1 - origin))
  })
  // What was replaced is left behind, as long as there are no more values than rows.
  return values.length > at.length ? withoutUnused({ values, at }) : { values, at }
}

/** The origins of the items when lists come from other rows; `starts`: where the items of the new rows are. */
export function originsOfItems(from: Origins, starts: Starts, old: Starts, changed: Starts): Origins {
  const items = new Int32Array(starts[from.length] ?? 0)
  for (const [row, origin] of from.entries()) {
    const isOld = origin >= 0
    const first = isOld ? (old[origin] ?? 0) : -1 - (changed[-1 - origin] ?? 0)
    const [begin, end] = [starts[row] ?? 0, starts[row + 1] ?? 0]
    for (let item = begin; item < end; item++) items[item] = isOld ? first + item - begin : first - item + begin
  }
  return items
}

function patchedLists(old: ListColumn, changed: ListColumn, from: Origins): ListColumn {
  const starts = new Uint32Array(from.length + 1)
  for (const [row, origin] of from.entries()) {
    const own = origin >= 0 ? old.starts : changed.starts
    const place = origin >= 0 ? origin : -1 - origin
    starts[row + 1] = (starts[row] ?? 0) + (own[place + 1] ?? 0) - (own[place] ?? 0)
  }
  const items = originsOfItems(from, starts, old.starts, changed.starts)
  return { starts, items: patchTable(old.items, changed.items, items) }
}

const noValues = (rows: number): ValueColumn => ({ values: [], at: new Int32Array(rows).fill(-1) })
const noLists = (rows: number): ListColumn => ({
  starts: new Uint32Array(rows + 1),
  items: { rows: 0, columns: {} },
})

/** The rows of `from`. A column that one of the tables does not have is empty there. */
function patchTable<T>(old: OpenTable<T>, changed: OpenTable<T>, from: Origins): OpenTable<T> {
  const [before, now]: [AnyColumns, AnyColumns] = [old.columns, changed.columns]
  const names = new Set([...Object.keys(before), ...Object.keys(now)])
  const columns = Array.from(names, (name): [string, AnyColumn] => {
    const [was, is] = [before[name], now[name]]
    if ((was && 'items' in was) || (is && 'items' in is)) {
      const lists = (column: AnyColumn | undefined, rows: number) =>
        column && 'items' in column ? column : noLists(rows)
      return [name, patchedLists(lists(was, old.rows), lists(is, changed.rows), from)]
    }
    return [name, patchedValues(was ?? noValues(old.rows), is ?? noValues(changed.rows), from)]
  })
  return { rows: from.length, columns: Object.fromEntries(columns) as OpenTable<T>['columns'] }
}

const idsOf = ({ rows, columns: { id } }: OpenTable<{ id: string }>): string[] =>
  Array.from({ length: rows }, (_, row) => valueAt(id, row) ?? '')

/** A table in the order of its ids with other rows in place of those of the same ids, or beside them, and without some. */
export function withChanges<T extends { id: string }>(
  old: OpenTable<T>,
  changed: OpenTable<T>,
  removed: Iterable<string>,
): { table: OpenTable<T>; from: Origins } {
  const named = (table: OpenTable) => idsOf(table as OpenTable<{ id: string }>)
  const from = originsOf(named(old), named(changed), new Set(removed))
  return { table: patchTable(old, changed, from), from }
}

/**
 * The origins of the rows when some have changed or are new and some are gone; both tables are in the order of their ids,
 * by UTF-16 code units, and so is the new one.
 */
function originsOf(old: readonly string[], changed: readonly string[], removed: ReadonlySet<string>): Origins {
  const from: number[] = []
  let next = 0
  for (const [row, id] of old.entries()) {
    for (; next < changed.length && (changed[next] ?? '') < id; next++) from.push(-1 - next)
    if (changed[next] === id) from.push(-1 - next++)
    else if (!removed.has(id)) from.push(row)
  }
  for (; next < changed.length; next++) from.push(-1 - next)
  return Int32Array.from(from)
}
