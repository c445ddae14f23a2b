/** The facets that the index alone tells, each read in one pass over its column. */
import { facetTable, type Facet, type Option } from '../../contract/facets.ts'
import type { Platform } from '../../contract/platform.ts'
import type { IndexRow } from '../../contract/summary.ts'
import { valueAt, type OpenTable } from '../table/open.ts'
import { addRow, without, type Bits } from './bits.ts'
import { byNumber, byValue, numbersOf, setsOf, type FacetColumn } from './facet-column.ts'
import type { OverlayFacet } from './overlay-facets.ts'
import { byPlatform } from './platform-facet.ts'

export type Index = {
  table: OpenTable<IndexRow>
  /** By their ids of now and of before. */
  platforms: readonly Pick<Platform, 'id' | 'formerIds'>[]
}

type ValueField = {
  [K in keyof IndexRow]-?: IndexRow[K] extends readonly object[] ? never : K
}[keyof IndexRow]

/** A facet whose options are told by the value of one field. */
const by =
  <K extends ValueField>(
    field: K,
    optionsOf: (value: Exclude<IndexRow[K], undefined>) => readonly Option[],
    without: readonly Option[] = [],
  ) =>
  ({ table }: Index): FacetColumn => ({
    // The type of a column of a field that is only known as one of many is too much for the compiler.
    sets: byValue(table.columns[field] as never, table.rows, optionsOf, without),
  })

/** A facet whose options are the least that a number may be; `unknown` are the rows that have none. */
const atLeast =
  (facet: 'cvss' | 'epss') =>
  ({ table: { rows, columns } }: Index): FacetColumn =>
    byNumber(
      numbersOf(columns[facet], rows, (number) => number),
      facetTable[facet].options,
      (number, option) => (typeof option === 'number' ? number >= option : Number.isNaN(number)),
    )

export const indexFacets: Record<Exclude<Facet, OverlayFacet>, (index: Index) => FacetColumn> = {
  severity: by('severity', (severity) => [severity ?? 'unrated']),
  urgency: by('urgency', ({ level }) => [level]),
  platform: ({ table, platforms }) => byPlatform(table, platforms),
  exploit: by('exploit', (exploit) => [exploit]),
  disclosure: by('disclosure', (disclosure) => [disclosure]),
  impact: by('impact', (impact) => (impact === null ? [] : [impact])),
  exploitedBy: by('exploitedBy', (lists) => lists),
  ransomware: by('ransomware', (isKnown) => (isKnown ? ['known'] : [])),
  cvss: atLeast('cvss'),
  epss: atLeast('epss'),
  exploitability: by('exploitabilities', (words) => (words.length > 0 ? words : ['unknown'])),
  reach: by('reach', (reach) => reach),
  cwe: by('cwes', (cwes) => cwes),
  component: by('components', (components) => components),
  publisher: by('publisher', (publisher) => [publisher]),
  release: by('releases', (keys) => (keys.length > 0 ? ['any', ...keys] : ['none'])),
  restart: by('restart', (restart) => [restart]),
  environment: by('environments', (environments) => environments),
  knownIssues(index) {
    const read = by('knownIssues', (count) => [count > 0 ? 'yes' : 'no'])(index).sets
    const unread = by('unreadIssues', () => ['unread'])(index).sets.get('unread')
    const none = read.get('no')
    if (unread === undefined) return { sets: read }
    return { sets: new Map([...read, ['unread', unread], ...(none ? [['no', without(none, unread)] as const] : [])]) }
  },
  lab: by('tests', labStatesOf),
  replaced: ({ table }) => ({ sets: byReplaced(table) }),
}

/** The outcomes that the lab saw, or that it saw none. */
function labStatesOf(tests: IndexRow['tests']): readonly Option[] {
  const seen = Object.keys(tests)
  return seen.length > 0 ? seen : ['untested']
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
