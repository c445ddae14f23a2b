import type { HandlingQuery } from '../../contract/reports.ts'
import { monthName } from '../../words/releases.ts'
import { formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { useReportMessages } from './messages.ts'

/** Names what a figure counts: `Critical, waiting to be tested`. */
export function useFigureName(): (figure: HandlingQuery) => string {
  const t = useReportMessages()
  const words = useWords()
  const language = useLanguage()
  return ({ severity, month, reached, waiting, timing, exception, backlog }) =>
    formatList(
      [
        severity !== undefined && t.figure.severity(words.severity[severity]),
        month !== undefined && t.figure.month(monthName(month, language)),
        reached !== undefined && t.figure.reached(t.steps[reached]),
        waiting !== undefined && t.figure.waiting(t.steps[waiting]),
        timing !== undefined && t.figure.timing(t.timings[timing]),
        exception !== undefined && t.figure.exception(t.exceptionAges[exception]),
        backlog !== undefined && t.figure.backlog(t.backlogAges[backlog]),
      ].filter((name) => name !== false),
      language,
    )
}
