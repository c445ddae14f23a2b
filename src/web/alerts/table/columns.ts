/** The columns that the table of alerts may have, and how each is said in a file. */
import type { Summary } from '../../../contract/summary.ts'
import type { SortOrder } from '../../../contract/words.ts'
import { whyFirst } from '../../../domain/bulletin/why-first.ts'
import { formatDay, formatList, formatShare } from '../../i18n/format.ts'
import { readText } from '../../i18n/local-text.tsx'
import type { FilterMessages } from '../../filters/messages.ts'
import type { Common } from '../../i18n/common.ts'
import type { Language } from '../../i18n/language.tsx'
import type { Words } from '../../../words/words.ts'
import type { AlertsMessages } from '../messages.ts'
import type { TableMessages } from './messages.ts'
import { whyText } from '../why-text.ts'

export type AlertsWording = {
  t: AlertsMessages
  tableText: TableMessages
  filterText: FilterMessages
  common: Common
  words: Words
  language: Language
}

type Column = {
  head: (wording: AlertsWording) => string
  text: (bulletin: Summary, wording: AlertsWording) => string
  /** The order that its head leads to. */
  sort?: SortOrder
  /** Its least width in pixels; `grows` where it takes what is left. */
  width: number
  grows?: true
}

const list = (items: readonly string[], { language }: AlertsWording) => formatList(items, language)

export const columns = {
  severity: {
    head: ({ filterText }) => filterText.severity,
    text: ({ severity }, { words }) =>
      severity === null ? words.severity.unrated : `${severity} ${words.severity[severity]}`,
    width: 100,
  },
  id: { head: ({ tableText }) => tableText.alert, text: ({ id }) => id, sort: 'id', width: 128 },
  title: {
    head: ({ common }) => common.titleHead,
    text: ({ title }, { language }) => readText(title, language).value,
    width: 180,
    grows: true,
  },
  urgency: {
    head: ({ filterText }) => filterText.urgency,
    text: ({ urgency }, { words }) => words.urgency[urgency.level],
    sort: 'urgency',
    width: 64,
  },
  due: {
    head: ({ filterText }) => filterText.due,
    text: ({ due }, { language }) => (due === undefined || due.on === null ? '' : formatDay(due.on, language)),
    sort: 'due',
    width: 118,
  },
  why: {
    head: ({ t }) => t.whyFirst,
    text: (bulletin, wording) =>
      list(
        whyFirst(bulletin).map((reason) => whyText(reason, wording.t, wording.words, wording.language)),
        wording,
      ),
    width: 150,
    grows: true,
  },
  machines: { head: ({ tableText }) => tableText.machines, text: () => '', sort: 'machines', width: 74 },
  exploit: {
    head: ({ filterText }) => filterText.exploit,
    text: ({ exploit }, { words }) => words.exploit[exploit],
    width: 110,
  },
  exploitedBy: {
    head: ({ filterText }) => filterText.exploitedBy,
    text: ({ exploitedBy }, wording) =>
      list(
        exploitedBy.map((by) => wording.words.exploitedBy[by]),
        wording,
      ),
    width: 110,
  },
  cvss: {
    head: ({ filterText }) => filterText.cvss,
    text: ({ cvss }) => cvss?.toFixed(1) ?? '',
    sort: 'cvss',
    width: 62,
  },
  epss: {
    head: ({ filterText }) => filterText.epss,
    text: ({ epss }) => (epss === undefined ? '' : formatShare(epss)),
    sort: 'epss',
    width: 70,
  },
  exploitability: {
    head: ({ filterText }) => filterText.exploitability,
    text: ({ exploitability }, { words }) => (exploitability === undefined ? '' : words.exploitability[exploitability]),
    width: 120,
  },
  reach: {
    head: ({ filterText }) => filterText.reach,
    text: ({ reach }, wording) =>
      list(
        reach.map((word) => wording.words.reach[word]),
        wording,
      ),
    width: 120,
  },
  cwe: { head: ({ filterText }) => filterText.cwe, text: ({ cwes }, wording) => list(cwes, wording), width: 110 },
  component: {
    head: ({ filterText }) => filterText.component,
    text: ({ components }, wording) => list(components, wording),
    width: 120,
  },
  publisher: { head: ({ filterText }) => filterText.publisher, text: ({ publisher = '' }) => publisher, width: 96 },
  restart: {
    head: ({ filterText }) => filterText.restart,
    text: ({ restart }, { words }) => words.restart[restart],
    width: 84,
  },
  published: {
    head: ({ filterText }) => filterText.published,
    text: ({ publishedOn }, { language }) => formatDay(publishedOn, language),
    width: 92,
  },
  updated: {
    head: ({ tableText }) => tableText.updated,
    text: ({ updatedOn }, { language }) => formatDay(updatedOn, language),
    sort: 'updated',
    width: 92,
  },
  vulnerabilities: {
    head: ({ t }) => t.vulnerabilities,
    text: ({ vulnerabilities }) => String(vulnerabilities.length),
    width: 54,
  },
  knownIssues: {
    head: ({ filterText }) => filterText.knownIssues,
    text: ({ knownIssues, unreadIssues }, { words }) =>
      knownIssues > 0 ? String(knownIssues) : unreadIssues === undefined ? '' : words.knownIssues.unread,
    width: 84,
  },
  triage: {
    head: ({ filterText }) => filterText.triage,
    text: ({ triage }, { words }) => words.triage[triage],
    width: 126,
  },
} as const satisfies Record<string, Column>

export type ColumnId = keyof typeof columns

export const columnOf = (id: ColumnId): Column => columns[id]

export const isColumnId = (id: unknown): id is ColumnId => typeof id === 'string' && id in columns

export const columnIds = Object.keys(columns).filter(isColumnId)

/** Columns whose text leads to the bulletin, the better one first: a table has one of them. */
export const leadingColumns: readonly ColumnId[] = ['id', 'title']

/** What a table has before anybody chooses. */
export const usualColumns: readonly ColumnId[] = ['severity', 'id', 'title', 'due', 'why', 'machines', 'triage']
