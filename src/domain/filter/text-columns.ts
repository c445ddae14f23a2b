/**
 * The words by which rows are found. Each distinct value is searched once, however many rows have it: ids and KB
 * numbers, CVEs, titles, and the names of the platforms that a row affects, in both languages.
 */
import type { Platform } from '../../contract/platform.ts'
import type { SearchAnswer } from '../../contract/search.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { Text } from '../../contract/text.ts'
import { alternativesOf, normaliseLines, spellingsOf } from './text-search.ts'
import { valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'
import { addRow, addRows, allRows, intersection, noRows, type Bits } from './bits.ts'
import type { FacetColumn } from './facet-column.ts'

/** Values one after the other, normalised, each on a line of its own; `starts` are the offsets of the lines. */
type Lines = { text: string; starts: Uint32Array }

/** Adds to a set the rows where a word occurs. */
export type TextColumn = (word: string, found: Bits) => void

function linesOf(values: readonly string[]): Lines {
  const text = normaliseLines(values.map((value) => value.replaceAll('\n', ' ')).join('\n'))
  const starts = new Uint32Array(values.length + 1)
  for (let line = 0; line < values.length; line++) {
    const end = text.indexOf('\n', starts[line])
    starts[line + 1] = end < 0 ? text.length + 1 : end + 1
  }
  return { text, starts }
}

/** The lines in which a word occurs, in their order. */
function* linesWith({ text, starts }: Lines, word: string): Generator<number> {
  let line = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line] ?? Infinity)) {
    while ((starts[line + 1] ?? Infinity) <= at) line++
    yield line
    line++
  }
}

/** A column whose lines are the values of rows: of row `r` the line `lineOf[r]`, or its own where `lineOf` is null. */
function valueColumn(lines: Lines, at: Int32Array | null, rowOf: (position: number) => number): TextColumn {
  if (at === null) {
    return (word, found) => {
      for (const line of linesWith(lines, word)) addRow(found, rowOf(line))
    }
  }
  return (word, found) => {
    const isHit = new Uint8Array(lines.starts.length)
    for (const line of linesWith(lines, word)) isHit[line] = 1
    if (!isHit.includes(1)) return
    for (let position = 0; position < at.length; position++) {
      if (isHit[at[position] ?? -1] === 1) addRow(found, rowOf(position))
    }
  }
}

const allLanguages = ({ ja = '', en = '', other }: Text) => `${ja}\n${en}\n${other?.text ?? ''}`
const ownRow = (position: number) => position

function idColumn({ rows, columns: { id, kb } }: OpenTable<IndexRow>): TextColumn {
  const names = Array.from({ length: rows }, (_, row) =>
    [valueAt(id, row) ?? '', ...(valueAt(kb, row) ?? []).map((number) => `KB${number}`)].join('\n'),
  )
  return valueColumn(linesOf(names), null, ownRow)
}

function vulnerabilityColumns({ columns }: OpenTable<IndexRow>): TextColumn[] {
  const { starts, items } = columns.vulnerabilities
  const { id, cve, title } = items.columns
  const rowOfItem = new Uint32Array(items.rows)
  for (let row = 0; row + 1 < starts.length; row++) rowOfItem.fill(row, starts[row], starts[row + 1])
  const rowOf = (item: number) => rowOfItem[item] ?? 0
  const numbers = Array.from({ length: items.rows }, (_, item) => {
    const [printed, today] = [valueAt(id, item) ?? '', valueAt(cve, item) ?? '']
    return printed === today ? printed : `${printed}\n${today}`
  })
  return [valueColumn(linesOf(numbers), null, rowOf), titleColumn(title, rowOf)]
}

const titleColumn = ({ values, at }: ValueColumn<Text>, rowOf: (position: number) => number) =>
  valueColumn(linesOf(values.map(allLanguages)), at, rowOf)

/** The names of the platforms that rows affect, and of those above them. */
function platformColumn(sets: FacetColumn['sets'], platforms: readonly Pick<Platform, 'id' | 'label'>[]): TextColumn {
  // Of many platforms that are on file few may be touched.
  const labels = new Map<string | number, string>()
  for (const { id, label } of platforms) if (sets.has(id)) labels.set(id, allLanguages(label))
  const touched = [...sets]
  const lines = linesOf(touched.map(([id]) => labels.get(id) ?? String(id)))
  return (word, found) => {
    for (const line of linesWith(lines, word)) addRows(found, touched[line]?.[1] ?? found)
  }
}

export const textColumns = (
  table: OpenTable<IndexRow>,
  sets: FacetColumn['sets'],
  platforms: readonly Pick<Platform, 'id' | 'label'>[],
): TextColumn[] => [
  idColumn(table),
  titleColumn(table.columns.title, ownRow),
  ...vulnerabilityColumns(table),
  platformColumn(sets, platforms),
]

/** The rows whose texts have a word, as a search of texts has found them. */
export function foundColumn(
  words: SearchAnswer['words'],
  rows: { of: (id: string) => number | undefined },
): TextColumn {
  const bulletinsWith = new Map(words.map(({ word, bulletins }) => [word, bulletins]))
  return (word, found) => {
    for (const id of bulletinsWith.get(word) ?? []) {
      const row = rows.of(id)
      if (row !== undefined) addRow(found, row)
    }
  }
}

/**
 * The rows in which every word of the query occurs, anywhere; of a list of ids, any. Words are found inside words, so
 * that Japanese needs no spaces.
 */
export function rowsWithText(columns: readonly TextColumn[], rows: number, query: string): Bits {
  const rowsWithAny = (words: readonly string[]) => {
    const found = noRows(rows)
    for (const spelling of words.flatMap(spellingsOf)) for (const column of columns) column(spelling, found)
    return found
  }
  return alternativesOf(query).map(rowsWithAny).reduce(intersection, allRows(rows))
}
