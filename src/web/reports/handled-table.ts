import type { HandlingRow } from '../../contract/reports.ts'
import { handlingSteps } from '../../contract/report-words.ts'
import { hoursTo } from '../../domain/reports/measure.ts'
import type { Words } from '../../words/words.ts'
import type { ExportTable } from '../export/table.ts'
import type { Language } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import type { reportMessagesJa } from './messages-ja.ts'

type Wording = { t: typeof reportMessagesJa; words: Words; language: Language }

/** A line for each alert: its moments in UTC, the hours to each step, and its due day. */
export function handledTable(
  rows: readonly HandlingRow[],
  { t, words, language }: Wording,
): Pick<ExportTable, 'head' | 'rows'> {
  const { rows: r } = t
  const head = [
    'ID',
    r.alert,
    r.severity,
    t.owner,
    r.state,
    r.known,
    ...handlingSteps.flatMap((step) => [t.steps[step], r.hoursTo(t.steps[step])]),
    r.due,
    r.timing,
    r.until,
    r.since,
    r.by,
    r.reason,
  ]
  return { head, rows: rows.map((row) => lineOf(row)) }

  function lineOf(row: HandlingRow): string[] {
    const { exception } = row
    return [
      row.id,
      readText(row.title, language).value,
      words.severity[row.severity ?? 'unrated'],
      row.owner ?? '',
      t.states[row.state],
      row.known,
      ...handlingSteps.flatMap((step) => [row[step] ?? '', hoursTo(step, row)?.toFixed(2) ?? '']),
      row.due ?? '',
      t.timings[row.timing],
      exception?.until ?? '',
      exception?.since ?? '',
      exception?.by ?? '',
      exception?.reason ?? '',
    ]
  }
}
