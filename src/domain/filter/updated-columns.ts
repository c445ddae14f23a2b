/** The columns of an index of which some rows have changed: what was made of the others is kept. Loaded with the first change. */
import type { IndexRow } from '../../contract/summary.ts'
import { valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'
import { eachRun, originsOfItems, type Origins } from '../table/patch.ts'
import { buildColumns, type Columns, type Named } from './columns.ts'
import { comparable, compareText, keyed, type Keyed } from './order.ts'
import { linesOf, nameLine, numberLine, titleLine, type Lines, type TextLines } from './text-lines.ts'
import type { Text } from '../../contract/text.ts'

/** The same of an index that has changed: `byId` as it was, `from` where its rows come from. */
function rowsByIdAgain(byId: Uint32Array, table: OpenTable<IndexRow>, from: Origins): Uint32Array {
  const places = new Int32Array(byId.length).fill(-1)
  for (const [row, origin] of from.entries()) if (origin >= 0) places[origin] = row
  const kept = Int32Array.from(byId, (row) => places[row] ?? -1).filter((row) => row >= 0)
  const isBefore = (position: number, { row, key }: Keyed) => {
    const other = kept[position] ?? 0
    return (compareText(key, comparable(valueAt(table.columns.id, other) ?? '')) || other - row) < 0
  }
  const sorted = new Uint32Array(table.rows)
  let taken = 0
  const fresh = keyed(table, from)
  for (const [before, each] of fresh.entries()) {
    let [low, high] = [taken, kept.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(middle, each)) low = middle + 1
      else high = middle
    }
    sorted.set(kept.subarray(taken, low), taken + before)
    sorted[low + before] = each.row
    taken = low
  }
  sorted.set(kept.subarray(taken), taken + fresh.length)
  return sorted
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

/** Where the values of a column were before. */
const originsOfValues = (old: ValueColumn, { values }: ValueColumn): Origins =>
  Int32Array.from(values, (value, position) => (old.values[position] === value ? position : -1))

/** The texts of an index that has changed. */
function textLinesAgain(
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
    linesAgain(lines, is.at === null ? moved : originsOfValues(was, is), titleLine(is))
  return {
    names: linesAgain(names, from, nameLine(table)),
    titles: titlesAgain(titles, before.title, now.title, from),
    numbers: linesAgain(numbers, items, numberLine(table)),
    flawTitles: titlesAgain(flawTitles, flawsBefore, flaws, items),
  }
}

/** The columns of `index`, whose rows come from those of `columns`. What is laid over them stays. */
export function updatedColumns(columns: Columns, index: OpenTable<IndexRow>, from: Origins, platforms: Named): Columns {
  const { index: old, byId, lines, rows, summaries } = columns.made()
  const seed = {
    byId: byId && rowsByIdAgain(byId, index, from),
    lines: lines && textLinesAgain(lines, old, index, from),
    rows: Array.from(from, (origin) => (origin < 0 ? undefined : rows[origin])),
    summaries,
  }
  return buildColumns(index, platforms, seed).with(columns.overlay)
}
