import { conditionNames } from './condition-names.ts'
import { dayNow } from '../lib/clock.tsx'
import { formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { useFilterMessages } from './messages.ts'
import { useFirstFiltered } from './use-filtered.tsx'

/** The active conditions, in words. */
export function useConditionNames(): string[] {
  const t = useFilterMessages()
  const words = useWords()
  const language = useLanguage()
  const { filter, platforms } = useFirstFiltered()
  return conditionNames(filter, platforms, { t, words, language }).map(({ name }) => name)
}

/** What an export says of itself: the filter in words, and the day. */
export function exportNote(...asked: Parameters<typeof conditionNames>) {
  const { t, language } = asked[2]
  const names = conditionNames(...asked).map(({ name }) => name)
  return { filter: names.length > 0 ? formatList(names, language) : t.none, exportedOn: dayNow() }
}

/** What an export of the page says of itself. */
export function useExportNote() {
  const t = useFilterMessages()
  const words = useWords()
  const language = useLanguage()
  const { filter, platforms } = useFirstFiltered()
  return () => exportNote(filter, platforms, { t, words, language })
}
