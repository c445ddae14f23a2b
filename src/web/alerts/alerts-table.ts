import type { Summary } from '../../contract/summary.ts'
import { formatDay } from '../i18n/format.ts'
import { readText } from '../i18n/local-text.tsx'
import type { useMessages } from '../i18n/messages.ts'

/** The alerts as a table to take away: what a card says first, in words. */
export function alertsTable(bulletins: readonly Summary[], { t, w, language }: ReturnType<typeof useMessages>) {
  return {
    head: [
      t.nav.alerts,
      t.filters.severity,
      t.filters.urgency,
      t.alerts.titleHead,
      t.filters.exploit,
      t.filters.restart,
      t.alerts.updatedHead,
    ],
    rows: bulletins.map(({ id, severity, urgency, title, exploit, restart, updatedOn }) => [
      id,
      severity === null ? w.severity.unrated : `${severity} ${w.severity[severity]}`,
      w.urgency[urgency.level],
      readText(title, language).value,
      w.exploit[exploit],
      w.restart[restart],
      formatDay(updatedOn, language),
    ]),
  }
}
