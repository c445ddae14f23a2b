import { dot } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { readText } from '../../i18n/local-text.tsx'
import type { FlawTable } from './flaw-table.ts'
import { useFlawMessages } from './messages.ts'

/** What is to be known before the table is read: what comes first, in which language it is, and what shares a column. */
export function useTableNote({ assessed, notable, folded, columns }: FlawTable): string {
  const t = useFlawMessages()
  const language = useLanguage()
  const foreign = assessed.map(({ flaw }) => readText(flaw.title, language).language).find((each) => each !== language)
  return [
    notable.length > 0 && folded.length > 0 && t.first(notable.length),
    foreign !== undefined && (t.titlesIn[foreign] ?? t.titlesIn['other']),
    columns.some(({ platforms }) => platforms.length > 1) && t.alike,
  ]
    .filter((part) => part !== false && part !== undefined)
    .join(dot(language))
}
