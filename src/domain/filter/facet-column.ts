/** What a filter reads of one facet: for every option the set of rows that have it. */
import type { Option } from '../../contract/facets.ts'
import type { ValueColumn } from '../table/open.ts'
import { addRow, noRows, type Bits } from './bits.ts'

export type FacetColumn = {
  /** The rows of each option that is counted. */
  sets: ReadonlyMap<Option, Bits>
  /** The rows that an option of a filter means; where it is absent, those of its own set. */
  rowsOf?: (option: Option) => Bits | undefined
}

/** A map that makes the set of an option when it is first met. */
export function setsOf(rows: number) {
  const sets = new Map<Option, Bits>()
  const setOf = (option: Option) => {
    const known = sets.get(option)
    if (known !== undefined) return known
    const set = noRows(rows)
    sets.set(option, set)
    return set
  }
  return { sets, setOf }
}

/** A number in each row; NaN where there is none. */
export function numbersOf<T>(
  column: ValueColumn<T> | undefined,
  rows: number,
  numberOf: (value: T) => number | null | undefined,
): Float64Array {
  const { values, at } = column ?? { values: [], at: new Int32Array(rows).fill(-1) }
  const numbers = values.map((value) => numberOf(value) ?? NaN)
  return Float64Array.from({ length: rows }, (_, row) => numbers[at === null ? row : (at[row] ?? -1)] ?? NaN)
}

/** The rows by the options that their number meets: by the usual ones at once, by any other on demand. */
export function byNumber(
  numbers: Float64Array,
  options: readonly Option[],
  meets: (number: number, option: Option) => boolean,
): FacetColumn {
  const rowsOf = (option: Option) => {
    const found = noRows(numbers.length)
    for (const [row, number] of numbers.entries()) if (meets(number, option)) addRow(found, row)
    return found
  }
  const sets = new Map(options.map((option) => [option, rowsOf(option)]))
  return { sets, rowsOf: (option) => sets.get(option) ?? rowsOf(option) }
}

/** The rows by the options that their value has; `without`: those of a row that has no value. */
export function byValue<T>(
  column: ValueColumn<T> | undefined,
  rows: number,
  optionsOf: (value: T) => readonly Option[],
  without: readonly Option[] = [],
): Map<Option, Bits> {
  const { values, at } = column ?? { values: [], at: new Int32Array(rows).fill(-1) }
  const { sets, setOf } = setsOf(rows)
  const setsOfValue = values.map((value) => optionsOf(value).map(setOf))
  const setsWithout = without.map(setOf)
  for (let row = 0; row < rows; row++) {
    for (const set of setsOfValue[at === null ? row : (at[row] ?? -1)] ?? setsWithout) addRow(set, row)
  }
  return sets
}
