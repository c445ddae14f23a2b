import { isOptional, itemShape, type Column, type Shape, type Table } from '../../contract/table.ts'
import type { ListColumn, OpenTable, ValueColumn } from './open.ts'
import { isDictionary } from './write.ts'

/** A column that rows are added to, one after the other. */
type ColumnBuilder = {
  add: (value: unknown) => void
  /** As it goes over the wire, or ready to be read; null where no row says anything. */
  encoded: () => Column | null
  open: () => ValueColumn | ListColumn | null
}

/** Gives each distinct value its position. Texts and numbers are told apart as they are, other values by their JSON. */
function positions() {
  const distinct: unknown[] = []
  const [plain, others] = [new Map<unknown, number>(), new Map<string, number>()]
  const positionOf = (value: unknown): number => {
    const isPlain = typeof value === 'string' || typeof value === 'number'
    const [known, key]: [Map<unknown, number>, unknown] = isPlain ? [plain, value] : [others, JSON.stringify(value)]
    const position = known.get(key) ?? distinct.push(value) - 1
    known.set(key, position)
    return position
  }
  return { distinct, positionOf }
}

function valueBuilder(mayBeAbsent: boolean): ColumnBuilder {
  const { distinct, positionOf } = positions()
  const at: number[] = []
  const isSaid = () => !mayBeAbsent || distinct.length > 0
  const inRows = () => (distinct.length === at.length ? distinct : at.map((position) => distinct[position]))
  return {
    add: (value) => void at.push(value === undefined ? -1 : positionOf(value)),
    encoded: () => (isSaid() ? (isDictionary(distinct, at) ? { values: distinct, at } : { values: inRows() }) : null),
    open() {
      if (!isSaid()) return null
      return isDictionary(distinct, at) ? { values: distinct, at: Int32Array.from(at) } : { values: inRows(), at: null }
    },
  }
}

function listBuilder(shape: Shape): ColumnBuilder {
  const items = tableBuilder(shape)
  const lengths: number[] = []
  return {
    add(list) {
      const all = (list ?? []) as readonly object[]
      lengths.push(all.length)
      for (const item of all) items.add(item)
    },
    encoded: () => ({ lengths, items: items.encoded() }),
    open() {
      const starts = new Uint32Array(lengths.length + 1)
      for (const [row, length] of lengths.entries()) starts[row + 1] = (starts[row] ?? 0) + length
      return { starts, items: items.open() }
    },
  }
}

/**
 * Rows as columns, added one by one: of what rows have in common one value is kept. Lists of objects become tables of their
 * own; a field that is absent in a row stays absent. It is read once, after the last row.
 */
export function tableBuilder<T extends object = object>(shape: Shape) {
  const columns = Object.entries(shape).map(([name, field]) => {
    const items = itemShape(field)
    return { name, column: items === null ? valueBuilder(isOptional(field)) : listBuilder(items) }
  })
  let rows = 0
  const made = <C>(read: (column: ColumnBuilder) => C | null) =>
    Object.fromEntries(
      columns.flatMap(({ name, column }): [string, C][] => {
        const value = read(column)
        return value === null ? [] : [[name, value]]
      }),
    )
  return {
    add(row: T): void {
      rows++
      for (const { name, column } of columns) column.add((row as Record<string, unknown>)[name])
    },
    encoded: (): Table => ({ rows, columns: made((column) => column.encoded()) }),
    open: (): OpenTable<T> => ({ rows, columns: made((column) => column.open()) as OpenTable<T>['columns'] }),
  }
}

/** Rows as columns. */
export function encodeTable(rows: readonly object[], shape: Shape): Table {
  const builder = tableBuilder(shape)
  for (const row of rows) builder.add(row)
  return builder.encoded()
}

/** Rows that are added at a time. */
const rowsAtOnce = 200

/** The same by parts: others have their turn in between. */
export async function encodeByParts(rows: readonly object[], shape: Shape, pause: () => Promise<void>): Promise<Table> {
  const builder = tableBuilder(shape)
  for (const [at, row] of rows.entries()) {
    builder.add(row)
    if (at % rowsAtOnce === rowsAtOnce - 1) await pause()
  }
  return builder.encoded()
}
