/** How the summary index is cut into the parts that are sent one after the other, and put together again. */
import type { IndexPart } from '../../contract/index-parts.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { Text } from '../../contract/text.ts'
import { valueAt, type ListColumn, type OpenTable, type ValueColumn } from './open.ts'

type Language = 'ja' | 'en'
type Columns = OpenTable<IndexRow>['columns']

/** A table that has some of the columns. */
export type TablePart = { rows: number; columns: Partial<Columns> }

/** A text as who reads `language` is shown it. */
function shown({ ja, en, other }: Text, language: Language): Text {
  const [inJapanese, inEnglish] = [ja === undefined ? null : { ja }, en === undefined ? null : { en }]
  const [own, second] = language === 'ja' ? [inJapanese, inEnglish] : [inEnglish, inJapanese]
  return own ?? second ?? (other === undefined ? {} : { other })
}

/** What else there is of it; undefined for nothing. */
function unseen(text: Text, language: Language): Text | undefined {
  const seen = shown(text, language)
  const left = Object.entries(text).filter(([name]) => !(name in seen))
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

const mapped = (
  column: ValueColumn<Text>,
  rows: number,
  change: (text: Text) => Text | undefined,
): ValueColumn<Text> => {
  const values = column.values.map(change)
  const at = column.at ?? Int32Array.from({ length: rows }, (_, row) => row)
  return {
    values: values.map((text) => text ?? {}),
    at: at.map((position) => (values[position] === undefined ? -1 : position)),
  }
}

/** How many items each list has, and nothing of them. */
const countsOnly = ({ starts, items }: ListColumn) => ({ starts, items: { rows: items.rows, columns: {} } })

/** One part of the index; `language` is that of the titles. */
export function indexPart({ rows, columns }: OpenTable<IndexRow>, part: IndexPart, language: Language): TablePart {
  const { title, vulnerabilities, ...first } = columns
  if (part === 'titles') return { rows, columns: { title: mapped(title, rows, (text) => shown(text, language)) } }
  if (part === 'rest')
    return { rows, columns: { vulnerabilities, title: mapped(title, rows, (text) => unseen(text, language)) } }
  return { rows, columns: { ...first, vulnerabilities: countsOnly(vulnerabilities) as Columns['vulnerabilities'] } }
}

const noItems = { rows: 0, columns: {} }

const same = <T>(value: T, rows: number): ValueColumn<T> => ({ values: [value], at: new Int32Array(rows) })

/** The first part, with placeholders for what has not come yet: titles that say nothing, vulnerabilities that are only counted. */
export function withPlaceholders({ rows, columns }: TablePart): OpenTable<IndexRow> {
  const { starts, items } = columns.vulnerabilities ?? { starts: new Uint32Array(rows + 1), items: noItems }
  const flaws = {
    id: same('', items.rows),
    cve: same(null, items.rows),
    title: same({}, items.rows),
    severity: same(null, items.rows),
  }
  return {
    rows,
    columns: {
      title: same({}, rows),
      ...columns,
      vulnerabilities: { starts, items: { rows: items.rows, columns: { ...flaws, ...items.columns } } },
    } as Columns,
  }
}

/** Both titles of each row as one. */
function joinedTitles(rows: number, seen: ValueColumn<Text>, left: ValueColumn<Text> | undefined): ValueColumn<Text> {
  if (left === undefined) return seen
  const positions = new Map<string, number>()
  const values: Text[] = []
  const at = Int32Array.from({ length: rows }, (_, row) => {
    const key = `${seen.at?.[row] ?? row} ${left.at?.[row] ?? row}`
    const known = positions.get(key)
    if (known !== undefined) return known
    positions.set(key, values.length)
    return values.push({ ...valueAt(seen, row), ...valueAt(left, row) }) - 1
  })
  return { values, at }
}

/** The index with the next part of the same version: after the first one the titles, then the rest. */
export function withPart(
  { rows, columns }: OpenTable<IndexRow>,
  part: TablePart,
  isRest: boolean,
): OpenTable<IndexRow> {
  const title = isRest ? joinedTitles(rows, columns.title, part.columns.title) : (part.columns.title ?? columns.title)
  return { rows, columns: { ...columns, ...part.columns, title } }
}
