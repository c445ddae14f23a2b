import type { Due } from '../../contract/due.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { SortOrder } from '../../contract/words.ts'
import { urgencies } from '../../contract/vocabulary.ts'
import { valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'

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

/** The rows of an order by another key first, the smallest first; rows of the same key stay as they are. */
function sortedBy(order: Uint32Array, key: (row: number) => number): Uint32Array {
  const { length } = order
  const found = Float64Array.from({ length }, (_, row) => key(row))
  const rankOf = new Map(Array.from(Float64Array.from(new Set(found)).toSorted(), (each, rank) => [each, rank]))
  // Key and place of a row go into one number, so that the engine's own sort of numbers does the rest.
  const keys = Float64Array.from(order, (row, place) => (rankOf.get(found[row] ?? NaN) ?? 0) * length + place)
  return Uint32Array.from(keys.toSorted(), (each) => order[each % length] ?? 0)
}

/** The position of each row's day among all days, the latest first. */
function dayRank({ columns: { updatedOn } }: OpenTable<IndexRow>): (row: number) => number {
  const days = [...new Set(updatedOn.values)].toSorted((a, b) => compare(b, a))
  const rankOf = new Map(days.map((day, rank) => [day, rank]))
  const ranks = updatedOn.values.map((day) => rankOf.get(day) ?? 0)
  return (row) => ranks[updatedOn.at === null ? row : (updatedOn.at[row] ?? 0)] ?? 0
}

const levelRank = ({ columns: { urgency } }: OpenTable<IndexRow>, row: number): number =>
  urgencies.indexOf(valueAt(urgency, row)?.level ?? 'unrated')

/** How urgent a row is, 0 most: by its urgency, then by its severity. */
const urgencyRank = (table: OpenTable<IndexRow>, row: number): number =>
  levelRank(table, row) * 10 + (valueAt(table.columns.severity, row) ?? unrated)

/** A number of a column, the largest first; those that have none come last. */
const largestFirst =
  (column: ValueColumn<number | undefined> | undefined) =>
  (row: number): number =>
    -((column && valueAt(column, row)) ?? -1)

export type IndexSort = Exclude<SortOrder, 'due' | 'machines' | 'changed'>

/**
 * The rows in an order of the list: by urgency and severity, then the latest day, then the highest id; by a score, then
 * as by urgency; by the day, then the id; or by the id alone.
 */
export function orderOf(table: OpenTable<IndexRow>, sort: IndexSort): Uint32Array {
  switch (sort) {
    case 'id':
      return rowsById(table)
    case 'updated':
      return sortedBy(rowsById(table), dayRank(table))
    case 'urgency':
      return sortedBy(orderOf(table, 'updated'), (row) => urgencyRank(table, row))
    case 'cvss':
    case 'epss':
      return sortedBy(orderOf(table, 'urgency'), largestFirst(table.columns[sort]))
  }
}

/** Most machines first, then as by urgency. `machines`: how many of each row. */
export const orderByMachines = (table: OpenTable<IndexRow>, machines: Float64Array): Uint32Array =>
  sortedBy(orderOf(table, 'urgency'), (row) => -(machines[row] ?? 0))

/** What is due first comes first, what has no day last; then by urgency, then by machines. */
export function orderByDue(table: OpenTable<IndexRow>, due: ValueColumn<Due>, machines: Float64Array): Uint32Array {
  const byUrgency = sortedBy(orderByMachines(table, machines), (row) => levelRank(table, row))
  return sortedBy(byUrgency, (row) => valueAt(due, row)?.left ?? Infinity)
}
