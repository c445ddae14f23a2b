import { conditionNames } from './condition-names.ts'
import { today } from '../export/table.ts'
import { formatList } from '../i18n/format.ts'
import { useMessages } from '../i18n/messages.ts'
import { useFiltered } from './use-filtered.ts'

/** What an export says of itself: the filter in words, and the day. */
export function useExportNote() {
  const messages = useMessages()
  const { filter, platforms } = useFiltered()
  return () => {
    const names = conditionNames(filter, platforms, messages).map(({ name }) => name)
    return {
      filter: names.length > 0 ? formatList(names, messages.language) : messages.t.filters.none,
      exportedOn: today(new Date()),
    }
  }
}
