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

/** The rows by the options that their value has; `undefined` is the value of a row that has none. */
export function byValue<T>(
  { values, at }: ValueColumn<T>,
  rows: number,
  optionsOf: (value: T) => readonly Option[],
  without: readonly Option[] = [],
): Map<Option, Bits> {
  const { sets, setOf } = setsOf(rows)
  const setsOfValue = values.map((value) => optionsOf(value).map(setOf))
  const setsWithout = without.map(setOf)
  for (let row = 0; row < rows; row++) {
    for (const set of setsOfValue[at === null ? row : (at[row] ?? -1)] ?? setsWithout) addRow(set, row)
  }
  return sets
}
