import { useQuery } from '@tanstack/react-query'
import { filterOf } from '../../domain/filter/filter.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { conditionNames } from '../filters/condition-names.ts'
import { useFilterMessages } from '../filters/messages.ts'
import { formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { parseSearch } from '../lib/search.ts'
import { useFeedsMessages } from './messages.ts'
import { platformsQuery } from '../lib/platforms.ts'

/** Says a filter such as `?urgency=immediate` in words. */
export function useFilterText(): (search: string) => string {
  const { all } = useFeedsMessages()
  const t = useFilterMessages()
  const words = useWords()
  const language = useLanguage()
  const { data: platforms = [] } = useQuery(platformsQuery())
  return (search) => {
    const names = conditionNames(filterOf(readQuery(parseSearch(search))), platforms, { t, words, language })
    return names.length === 0
      ? all
      : formatList(
          names.map(({ name }) => name),
          language,
        )
  }
}
