import type { Due } from '../../contract/due.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { Sort, SortOrder } from '../../contract/words.ts'
import { sortOrders, urgencies } from '../../contract/vocabulary.ts'
import { valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'
import type { Origins } from '../table/patch.ts'

/** Ids compare by their numbers: `MS05-9` before `MS05-10`. */
export const comparable = (id: string) => id.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'))

export const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** The place of an unknown severity: after all that are known. */
const unrated = 5

export type Keyed = { row: number; key: string }

/** Of those that `from` has not, or of all, the highest first. */
export function keyed({ rows, columns: { id } }: OpenTable<IndexRow>, from: Origins | null): Keyed[] {
  const found: Keyed[] = []
  for (let row = 0; row < rows; row++)
    if (from === null || (from[row] ?? 0) < 0) found.push({ row, key: comparable(valueAt(id, row) ?? '') })
  return found.toSorted((a, b) => compareText(b.key, a.key))
}

/** The rows by id, the highest first. */
export const rowsById = (table: OpenTable<IndexRow>): Uint32Array =>
  Uint32Array.from(keyed(table, null), ({ row }) => row)

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
  const days = [...new Set(updatedOn.values)].toSorted((a, b) => compareText(b, a))
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
 * as by urgency; by the day, then the id; or by the id alone. `other` gives the orders that this one is made from.
 */
export function orderOf(
  table: OpenTable<IndexRow>,
  sort: IndexSort,
  byId: Uint32Array,
  other: (sort: IndexSort) => Uint32Array,
): Uint32Array {
  switch (sort) {
    case 'id':
      return byId
    case 'updated':
      return sortedBy(byId, dayRank(table))
    case 'urgency':
      return sortedBy(other('updated'), (row) => urgencyRank(table, row))
    case 'cvss':
    case 'epss':
      return sortedBy(other('urgency'), largestFirst(table.columns[sort]))
  }
}

/** What an order goes by, whichever way round. */
export const sortedAs = (sort: Sort): SortOrder =>
  sortOrders.find((order) => sort === order || sort === `-${order}`) ?? 'urgency'

/** The other way round; rows of which the order knows nothing stay last. */
export const reversed = (order: Uint32Array, isKnown: (row: number) => boolean): Uint32Array =>
  Uint32Array.from([...order.filter(isKnown).toReversed(), ...order.filter((row) => !isKnown(row))])

/** Most machines first, then as by urgency. `machines`: how many of each row. */
export const orderByMachines = (machines: Float64Array, byUrgency: Uint32Array): Uint32Array =>
  sortedBy(byUrgency, (row) => -(machines[row] ?? 0))

/** The order of a list that asks for none: by what is due where there are machines to keep up to date, else by urgency. */
export const usualSort = (machines: readonly unknown[]): SortOrder => (machines.length > 0 ? 'due' : 'urgency')

/**
 * What is due first comes first, what has no day last; then by urgency, then by the machines that are left: none where
 * nothing is to be done any more, which then has no due day.
 */
export function orderByDue(
  table: OpenTable<IndexRow>,
  due: ValueColumn<Due>,
  machines: Float64Array,
  byUrgency: Uint32Array,
): Uint32Array {
  const left = machines.map((count, row) => (valueAt(due, row) === undefined ? 0 : count))
  const byMachines = sortedBy(orderByMachines(left, byUrgency), (row) => levelRank(table, row))
  return sortedBy(byMachines, (row) => valueAt(due, row)?.left ?? Infinity)
}
