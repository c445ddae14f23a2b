/** Puts the parts of the summary index together again. */
import type { IndexRow } from '../../contract/summary.ts'
import type { Text } from '../../contract/text.ts'
import type { TablePart } from './placeholders.ts'
import { valueAt, type OpenTable, type ValueColumn } from './open.ts'

/** Both titles of each row as one. */
function joinedTitles(rows: number, seen: ValueColumn<Text>, left: ValueColumn<Text> | undefined): ValueColumn<Text> {
  if (left === undefined) return seen
  const positions = new Map<string, number>()
  const values: Text[] = []
  const at = Int32Array.from({ length: rows }, (_, row) => {
    const key = `${seen.at?.[row] ?? row} ${left.at?.[row] ?? row}`
    const known = positions.get(key)
    if (known !== undefined) return known
    positions.set(key, values.length)
    return values.push({ ...valueAt(seen, row), ...valueAt(left, row) }) - 1
  })
  return { values, at }
}

/** The index with the next part of the same version: after the first one the titles, then the rest. */
export function withPart(
  { rows, columns }: OpenTable<IndexRow>,
  part: TablePart,
  isRest: boolean,
): OpenTable<IndexRow> {
  const title = isRest ? joinedTitles(rows, columns.title, part.columns.title) : (part.columns.title ?? columns.title)
  return { rows, columns: { ...columns, ...part.columns, title } }
}
