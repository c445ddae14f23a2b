import type { Summary } from '../../contract/summary.ts'
import { whyFirst } from '../../domain/bulletin/why-first.ts'
import { formatDay, formatList } from '../i18n/format.ts'
import { readText } from '../i18n/local-text.tsx'
import type { ExportTable } from '../export/table.ts'
import type { FilterMessages } from '../filters/messages.ts'
import type { Common } from '../i18n/common.ts'
import type { Language } from '../i18n/language.tsx'
import type { Words } from '../../words/words.ts'
import type { AlertsMessages } from './messages.ts'
import { whyText } from './why-text.ts'

type Wording = { t: AlertsMessages; filterText: FilterMessages; common: Common; words: Words; language: Language }

/** The alerts as a table to take away: what a card says first, and what a filter may ask for, in words. */
export function alertsTable(
  bulletins: readonly Summary[],
  { t, filterText, common, words, language }: Wording,
): Pick<ExportTable, 'head' | 'rows'> {
  const list = (items: readonly string[]) => formatList(items, language)
  const columns: readonly (readonly [head: string, cell: (bulletin: Summary) => string])[] = [
    [common.pages.alerts, ({ id }) => id],
    [
      filterText.severity,
      ({ severity }) => (severity === null ? words.severity.unrated : `${severity} ${words.severity[severity]}`),
    ],
    [filterText.urgency, ({ urgency }) => words.urgency[urgency.level]],
    [filterText.due, ({ due }) => (due === undefined || due.on === null ? '' : formatDay(due.on, language))],
    [common.titleHead, ({ title }) => readText(title, language).value],
    [t.whyFirst, (bulletin) => list(whyFirst(bulletin).map((reason) => whyText(reason, t, words, language)))],
    [filterText.exploit, ({ exploit }) => words.exploit[exploit]],
    [filterText.exploitedBy, ({ exploitedBy }) => list(exploitedBy.map((by) => words.exploitedBy[by]))],
    [filterText.cvss, ({ cvss }) => cvss?.toFixed(1) ?? ''],
    [filterText.epss, ({ epss }) => (epss === undefined ? '' : `${(epss * 100).toFixed(1)} %`)],
    [
      filterText.exploitability,
      ({ exploitability }) => (exploitability === undefined ? '' : words.exploitability[exploitability]),
    ],
    [filterText.reach, ({ reach }) => list(reach.map((word) => words.reach[word]))],
    [filterText.cwe, ({ cwes }) => list(cwes)],
    [filterText.component, ({ components }) => list(components)],
    [filterText.publisher, ({ publisher = '' }) => publisher],
    [filterText.restart, ({ restart }) => words.restart[restart]],
    [t.updatedHead, ({ updatedOn }) => formatDay(updatedOn, language)],
  ]
  return {
    head: columns.map(([head]) => head),
    rows: bulletins.map((bulletin) => columns.map(([, cell]) => cell(bulletin))),
  }
}
