/**
 * The words by which rows are found. Each distinct value is searched once, however many rows have it: ids and KB
 * numbers, CVEs, titles, and the names of the platforms that a row affects, in both languages.
 */
import type { Platform } from '../../contract/platform.ts'
import type { SearchAnswer } from '../../contract/search.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { OpenTable } from '../table/open.ts'
import { addRow, addRows, allRows, intersection, noRows, type Bits } from './bits.ts'
import type { FacetColumn } from './facet-column.ts'
import { allLanguages, linesOf, type Lines, type TextLines } from './text-lines.ts'
import { alternativesOf, spellingsOf } from './text-search.ts'

/** Adds to a set the rows where a word occurs. */
export type TextColumn = (word: string, found: Bits) => void

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

const ownRow = (position: number) => position

/** The row that each vulnerability belongs to. */
function rowsOfItems({ columns }: OpenTable<IndexRow>): (item: number) => number {
  const { starts, items } = columns.vulnerabilities
  const rowOfItem = new Uint32Array(items.rows)
  for (let row = 0; row + 1 < starts.length; row++) rowOfItem.fill(row, starts[row], starts[row + 1])
  return (item) => rowOfItem[item] ?? 0
}

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

export function textColumns(
  table: OpenTable<IndexRow>,
  { names, titles, numbers, flawTitles }: TextLines,
  sets: FacetColumn['sets'],
  platforms: readonly Pick<Platform, 'id' | 'label'>[],
): TextColumn[] {
  const { title, vulnerabilities } = table.columns
  const rowOf = rowsOfItems(table)
  return [
    valueColumn(names, null, ownRow),
    valueColumn(titles, title.at, ownRow),
    valueColumn(numbers, null, rowOf),
    valueColumn(flawTitles, vulnerabilities.items.columns.title.at, rowOf),
    platformColumn(sets, platforms),
  ]
}

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
