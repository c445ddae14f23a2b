import type { IndexRow } from '../../contract/summary.ts'
import type { SortOrder } from '../../contract/words.ts'
import { urgencies } from '../../contract/vocabulary.ts'
import { valueAt, type OpenTable } from '../table/open.ts'

/** Ids compare by their numbers: `MS05-9` before `MS05-10`. */
const comparable = (id: string) => id.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'))

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** The place of an unknown severity: after all that are known. */
const unrated = 5

/** The rows by id, the highest first. */
function rowsById({ rows, columns: { id } }: OpenTable<IndexRow>): Uint32Array {
  const keys = Array.from({ length: rows }, (_, row) => ({ row, key: comparable(valueAt(id, row) ?? '') }))
  keys.sort((a, b) => compare(b.key, a.key))
  return Uint32Array.from(keys, ({ row }) => row)
}

/** The position of each row's day among all days, the latest first. */
function dayRanks({ rows, columns: { updatedOn } }: OpenTable<IndexRow>): Uint32Array {
  const days = [...new Set(updatedOn.values)].toSorted((a, b) => compare(b, a))
  const rankOf = new Map(days.map((day, rank) => [day, rank]))
  const ranks = updatedOn.values.map((day) => rankOf.get(day) ?? 0)
  return Uint32Array.from(
    { length: rows },
    (_, row) => ranks[updatedOn.at === null ? row : (updatedOn.at[row] ?? 0)] ?? 0,
  )
}

/** How urgent a row is, 0 most: by its urgency, then by its severity. */
function urgencyRank({ columns: { urgency, severity } }: OpenTable<IndexRow>, row: number): number {
  return urgencies.indexOf(valueAt(urgency, row)?.level ?? 'unrated') * 10 + (valueAt(severity, row) ?? unrated)
}

/**
 * The rows in an order of the list: by urgency and severity, then the latest day, then the highest id; or by the day,
 * or by the id alone. All three keys of a row go into one number, so that the engine's own sort of numbers does the rest.
 */
export function orderOf(table: OpenTable<IndexRow>, sort: SortOrder): Uint32Array {
  const byId = rowsById(table)
  if (sort === 'id') return byId
  const { rows } = table
  const days = dayRanks(table)
  const keys = Float64Array.from(byId, (row, position) => {
    const first = sort === 'urgency' ? urgencyRank(table, row) : 0
    return (first * rows + (days[row] ?? 0)) * rows + position
  })
  return Uint32Array.from(keys.toSorted(), (key) => byId[key % rows] ?? 0)
}
