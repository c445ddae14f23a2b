/** For every option of every facet the set of rows that have it, made in one pass over each column. */
import type { PlatformId } from '../../contract/platform.ts'
import type { IndexRow } from '../../contract/summary.ts'
import { lineageOf } from '../platforms/platforms.ts'
import { isAffected } from '../bulletin/severity.ts'
import { valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'
import { addRow, addRows, noRows, type Bits } from './bits.ts'
import type { Facet, Option } from './filter.ts'

export type FacetColumns = Record<Facet, ReadonlyMap<Option, Bits>>

/** What the index alone tells: all but how far the team is. */
export type IndexFacets = Omit<FacetColumns, 'triage'>

/** A map that makes the set of an option when it is first met. */
function setsOf(rows: number) {
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

/** The rows by the options that their value has. */
export function byValue<T>(
  { values, at }: ValueColumn<T>,
  rows: number,
  optionsOf: (value: T) => readonly Option[],
): Map<Option, Bits> {
  const { sets, setOf } = setsOf(rows)
  const setsOfValue = values.map((value) => optionsOf(value).map(setOf))
  for (let row = 0; row < rows; row++) {
    for (const set of setsOfValue[at === null ? row : (at[row] ?? -1)] ?? []) addRow(set, row)
  }
  return sets
}

/** The rows by the platforms that they affect, and by all above these. */
function byPlatform({ rows, columns }: OpenTable<IndexRow>): Map<PlatformId, Bits> {
  const { starts, items } = columns.platforms
  const { platform, rating } = items.columns
  const exact = platform.values.map(() => noRows(rows))
  const isHit = rating.values.map(isAffected)
  for (let row = 0; row < rows; row++) {
    for (let item = starts[row] ?? 0; item < (starts[row + 1] ?? 0); item++) {
      const set = exact[platform.at === null ? item : (platform.at[item] ?? -1)]
      if (set && isHit[rating.at === null ? item : (rating.at[item] ?? -1)]) addRow(set, row)
    }
  }
  const { sets, setOf } = setsOf(rows)
  for (const [position, id] of platform.values.entries()) {
    for (const above of lineageOf(id)) addRows(setOf(above), exact[position] ?? noRows(rows))
  }
  return sets as Map<PlatformId, Bits>
}

/** The rows by whether another row says that it replaces them. */
function byReplaced({ rows, columns }: OpenTable<IndexRow>): Map<Option, Bits> {
  // Who names a fix: the one row that does, or that several do.
  const several = -1
  const namedBy = new Map<string, number>()
  for (let row = 0; row < rows; row++) {
    for (const name of valueAt(columns.supersedes, row) ?? [])
      namedBy.set(name, namedBy.has(name) && namedBy.get(name) !== row ? several : row)
  }
  const { sets, setOf } = setsOf(rows)
  const isReplaced = (name: string, row: number) => (namedBy.get(name) ?? row) !== row
  for (let row = 0; row < rows; row++) {
    const [id, kb] = [valueAt(columns.id, row) ?? '', valueAt(columns.kb, row) ?? []]
    const found = isReplaced(id, row) || kb.some((number) => isReplaced(`KB${number}`, row))
    addRow(setOf(found ? 'yes' : 'no'), row)
  }
  return sets
}

export function facetColumns(table: OpenTable<IndexRow>): IndexFacets {
  const { rows, columns } = table
  return {
    severity: byValue(columns.severity, rows, (severity) => [severity ?? 'unrated']),
    urgency: byValue(columns.urgency, rows, ({ level }) => [level]),
    platform: byPlatform(table),
    exploit: byValue(columns.exploit, rows, (exploit) => [exploit]),
    disclosure: byValue(columns.disclosure, rows, (disclosure) => [disclosure]),
    impact: byValue(columns.impact, rows, (impact) => (impact === null ? [] : [impact])),
    restart: byValue(columns.restart, rows, (restart) => [restart]),
    environment: byValue(columns.environments, rows, (environments) => environments),
    knownIssues: byValue(columns.knownIssues, rows, (count) => [count > 0 ? 'yes' : 'no']),
    lab: byValue(columns.tests, rows, labStatesOf),
    replaced: byReplaced(table),
  }
}

/** The outcomes that the lab saw, or that it saw none. */
export function labStatesOf(tests: IndexRow['tests']): readonly Option[] {
  const seen = Object.keys(tests)
  return seen.length > 0 ? seen : ['untested']
}
