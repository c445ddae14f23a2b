import { rowsPerValue } from './write.ts'
import { isOptional, itemShape, type Column, type Shape, type Table } from '../../contract/table.ts'

function columnOf(values: readonly unknown[]): Column {
  const positions = new Map<string, number>()
  const distinct: unknown[] = []
  const at = values.map((value) => {
    if (value === undefined) return -1
    const key = JSON.stringify(value)
    const known = positions.get(key)
    if (known !== undefined) return known
    positions.set(key, distinct.length)
    return distinct.push(value) - 1
  })
  return at.includes(-1) || distinct.length * rowsPerValue <= values.length ? { values: distinct, at } : { values }
}

function listColumn(lists: readonly (readonly object[])[], shape: Shape): Column {
  return { lengths: lists.map(({ length }) => length), items: encodeTable(lists.flat(), shape) }
}

/** Rows as columns. Lists of objects become tables of their own; a field that is absent in a row stays absent. */
export function encodeTable(rows: readonly object[], shape: Shape): Table {
  const columns = Object.entries(shape).flatMap(([name, field]): [string, Column][] => {
    const values = rows.map((row) => (row as Record<string, unknown>)[name])
    const items = itemShape(field)
    if (isOptional(field) && values.every((value) => value === undefined)) return []
    return [[name, items === null ? columnOf(values) : listColumn(values as object[][], items)]]
  })
  return { rows: rows.length, columns: Object.fromEntries(columns) }
}

/** The same by parts: others have their turn after each column. */
export async function encodeByParts(rows: readonly object[], shape: Shape, pause: () => Promise<void>): Promise<Table> {
  const columns: Record<string, Column> = {}
  for (const [name, field] of Object.entries(shape)) {
    const items = itemShape(field)
    if (items === null) Object.assign(columns, encodeTable(rows, { [name]: field }).columns)
    else {
      const lists = rows.map((row) => (row as Record<string, readonly object[]>)[name] ?? [])
      const encoded = await encodeByParts(lists.flat(), items, pause)
      columns[name] = { lengths: lists.map(({ length }) => length), items: encoded }
    }
    await pause()
  }
  return { rows: rows.length, columns }
}
