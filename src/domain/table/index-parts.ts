/** How the summary index is cut into the parts that are sent one after the other. */
import type { IndexPart } from '../../contract/index-parts.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { Text } from '../../contract/text.ts'
import type { ListColumn, OpenTable, ValueColumn } from './open.ts'
import type { TablePart } from './placeholders.ts'

type Language = 'ja' | 'en'
type Columns = OpenTable<IndexRow>['columns']

/** A text as who reads `language` is shown it. */
export function shown({ ja, en, other }: Text, language: Language): Text {
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
