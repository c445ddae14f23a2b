/** Texts of an index as lines that are searched in one go; of a changed index only the lines that are new are made. */
import type { IndexRow } from '../../contract/summary.ts'
import type { Text } from '../../contract/text.ts'
import { valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'
import { eachRun, originsOfItems, type Origins } from '../table/patch.ts'
import { normaliseLines } from './text-search.ts'

/** Values one after the other, normalised, each on a line of its own; `starts` are the offsets of the lines. */
export type Lines = { text: string; starts: Uint32Array }

/** The texts of an index. `names`: ids and KB numbers by row; `numbers`: those of vulnerabilities by item; the titles by distinct value. */
export type TextLines = { names: Lines; titles: Lines; numbers: Lines; flawTitles: Lines }

export function linesOf(values: readonly string[]): Lines {
  const text = `${normaliseLines(values.map((value) => value.replaceAll('\n', ' ')).join('\n'))}\n`
  const starts = new Uint32Array(values.length + 1)
  for (let line = 0; line < values.length; line++) starts[line + 1] = text.indexOf('\n', starts[line]) + 1
  return { text, starts }
}

/** The lines of `from`, and those that `valueOf` gives where that is below 0. */
function linesAgain(old: Lines, from: Origins, valueOf: (line: number) => string): Lines {
  const texts: string[] = []
  const starts = new Uint32Array(from.length + 1)
  eachRun(from, (line, origin, length) => {
    const begin = starts[line] ?? 0
    if (origin < 0) {
      const { text } = linesOf([valueOf(line)])
      texts.push(text)
      starts[line + 1] = begin + text.length
      return
    }
    const first = old.starts[origin] ?? 0
    texts.push(old.text.slice(first, old.starts[origin + length]))
    for (let at = 1; at <= length; at++) starts[line + at] = begin + (old.starts[origin + at] ?? 0) - first
  })
  return { text: texts.join(''), starts }
}

export const allLanguages = ({ ja = '', en = '', other }: Text): string => `${ja}\n${en}\n${other?.text ?? ''}`

const nameOf =
  ({ columns: { id, kb } }: OpenTable<IndexRow>) =>
  (row: number) =>
    [valueAt(id, row) ?? '', ...(valueAt(kb, row) ?? []).map((number) => `KB${number}`)].join('\n')

const numberOf =
  ({ columns }: OpenTable<IndexRow>) =>
  (item: number) => {
    const { id, cve } = columns.vulnerabilities.items.columns
    const [printed, today] = [valueAt(id, item) ?? '', valueAt(cve, item) ?? '']
    return printed === today ? printed : `${printed}\n${today}`
  }

const titleOf =
  ({ values }: ValueColumn<Text>) =>
  (line: number) =>
    allLanguages(values[line] ?? {})

const linesBy = (count: number, valueOf: (line: number) => string) =>
  linesOf(Array.from({ length: count }, (_, line) => valueOf(line)))

export function textLines(table: OpenTable<IndexRow>): TextLines {
  const { title, vulnerabilities } = table.columns
  const flaws = vulnerabilities.items.columns.title
  return {
    names: linesBy(table.rows, nameOf(table)),
    titles: linesBy(title.values.length, titleOf(title)),
    numbers: linesBy(vulnerabilities.items.rows, numberOf(table)),
    flawTitles: linesBy(flaws.values.length, titleOf(flaws)),
  }
}

/** Where the values of a column were before. */
const originsOfValues = (old: ValueColumn, { values }: ValueColumn): Origins =>
  Int32Array.from(values, (value, position) => (old.values[position] === value ? position : -1))

/** The texts of an index that has changed. */
export function textLinesAgain(
  { names, titles, numbers, flawTitles }: TextLines,
  old: OpenTable<IndexRow>,
  table: OpenTable<IndexRow>,
  from: Origins,
): TextLines {
  const [before, now] = [old.columns, table.columns]
  const { starts } = now.vulnerabilities
  const items = originsOfItems(from, starts, before.vulnerabilities.starts, starts)
  const [flawsBefore, flaws] = [before.vulnerabilities.items.columns.title, now.vulnerabilities.items.columns.title]
  const titlesAgain = (lines: Lines, was: ValueColumn, is: ValueColumn<Text>, moved: Origins) =>
    linesAgain(lines, is.at === null ? moved : originsOfValues(was, is), titleOf(is))
  return {
    names: linesAgain(names, from, nameOf(table)),
    titles: titlesAgain(titles, before.title, now.title, from),
    numbers: linesAgain(numbers, items, numberOf(table)),
    flawTitles: titlesAgain(flawTitles, flawsBefore, flaws, items),
  }
}
