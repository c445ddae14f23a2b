/** Texts of an index as lines that are searched in one go. */
import type { IndexRow } from '../../contract/summary.ts'
import type { Text } from '../../contract/text.ts'
import { valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'
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

export const allLanguages = ({ ja = '', en = '', other }: Text): string => `${ja}\n${en}\n${other?.text ?? ''}`

export const nameLine =
  ({ columns: { id, kb } }: OpenTable<IndexRow>) =>
  (row: number) =>
    [valueAt(id, row) ?? '', ...(valueAt(kb, row) ?? []).map((number) => `KB${number}`)].join('\n')

export const numberLine =
  ({ columns }: OpenTable<IndexRow>) =>
  (item: number) => {
    const { id, cve } = columns.vulnerabilities.items.columns
    const [printed, today] = [valueAt(id, item) ?? '', valueAt(cve, item) ?? '']
    return printed === today ? printed : `${printed}\n${today}`
  }

export const titleLine =
  ({ values }: ValueColumn<Text>) =>
  (line: number) =>
    allLanguages(values[line] ?? {})

const linesBy = (count: number, valueOf: (line: number) => string) =>
  linesOf(Array.from({ length: count }, (_, line) => valueOf(line)))

export function textLines(table: OpenTable<IndexRow>): TextLines {
  const { title, vulnerabilities } = table.columns
  const flaws = vulnerabilities.items.columns.title
  return {
    names: linesBy(table.rows, nameLine(table)),
    titles: linesBy(title.values.length, titleLine(title)),
    numbers: linesBy(vulnerabilities.items.rows, numberLine(table)),
    flawTitles: linesBy(flaws.values.length, titleLine(flaws)),
  }
}
