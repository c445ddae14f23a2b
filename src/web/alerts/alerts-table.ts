import type { Summary } from '../../contract/summary.ts'
import { formatDay } from '../i18n/format.ts'
import { readText } from '../i18n/local-text.tsx'
import { useFilterMessages } from '../filters/messages.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { useAlertsMessages } from './messages.ts'

/** The alerts as a table to take away: what a card says first, in words. */
export function useAlertsTable() {
  const t = useAlertsMessages()
  const filterText = useFilterMessages()
  const common = useCommon()
  const words = useWords()
  const language = useLanguage()
  return (bulletins: readonly Summary[]) => ({
    head: [
      common.pages.alerts,
      filterText.severity,
      filterText.urgency,
      t.dueHead,
      common.titleHead,
      filterText.exploit,
      filterText.restart,
      t.updatedHead,
    ],
    rows: bulletins.map(({ id, severity, urgency, title, exploit, restart, updatedOn, due }) => [
      id,
      severity === null ? words.severity.unrated : `${severity} ${words.severity[severity]}`,
      words.urgency[urgency.level],
      due === undefined || due.on === null ? '' : formatDay(due.on, language),
      readText(title, language).value,
      words.exploit[exploit],
      words.restart[restart],
      formatDay(updatedOn, language),
    ]),
  })
}
