import { filterOf } from '../../domain/filter/filter.ts'
import { readQuery } from '../../domain/filter/query.ts'
import type { NoticeTiming, SubscriptionSettings } from '../../contract/notices.ts'
import { noticeWords } from '../../words/notices.ts'
import { usePlatforms } from '../catalogue/platforms.ts'
import '../filters/change-names.ts'
import '../filters/hold-names.ts'
import '../filters/release-names.ts'
import { conditionNames } from '../filters/condition-names.ts'
import { useFilterMessages } from '../filters/messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { weekdayName } from '../i18n/moments.ts'
import { useWords } from '../i18n/words.ts'
import { useZone } from '../lib/clock.tsx'
import { parseSearch } from '../lib/search.ts'
import { useKindMessages } from './kind-messages.ts'
import { kindNames } from './kinds.ts'
import { useNoticeMessages } from './messages.ts'

/** Of more kinds than this the rest is a number. */
const maxKinds = 5

type Condition = Pick<SubscriptionSettings, 'about' | 'search' | 'kinds' | 'isAssigned' | 'isWatched' | 'owner'>

/** What a subscription asks for, in words. */
export function useSubscriptionWords() {
  const t = useNoticeMessages()
  const kindText = useKindMessages()
  const filterText = useFilterMessages()
  const words = useWords()
  const language = useLanguage()
  const platforms = usePlatforms()
  const zone = useZone()

  /** The conditions of a filter, one by one. */
  const filterNames = (search: string): string[] =>
    conditionNames(filterOf(readQuery(parseSearch(search))), platforms, { t: filterText, words, language }).map(
      ({ name }) => name,
    )

  function condition({ about, search, kinds, isAssigned, isWatched, owner }: Condition): string {
    if (about === 'weekly') return t.weeklyText
    const conditions = [
      ...(isAssigned ? [owner.kind === 'team' ? t.assignedTo(owner.name) : t.assignedToMe] : []),
      ...(isWatched ? [t.watchedByMe] : []),
      ...filterNames(search),
    ]
    const named = kindNames(kinds, { all: kindText.all, group: kindText.groups, kind: noticeWords[language].kind })
    const shown = named.slice(0, maxKinds)
    if (named.length > shown.length) shown.push(t.moreKinds(named.length - shown.length))
    return t.of(conditions.length === 0 ? t.allAlerts : conditions.join(t.comma), shown.join(t.comma))
  }

  /** When it is sent; in which zone where that is not the reader's. */
  function timing(about: SubscriptionSettings['about'], when: NoticeTiming): { text: string; zone: string | null } {
    if (about === 'weekly') return { text: t.withIssue, zone: null }
    if (when.every === 'change') return { text: t.atOnce, zone: null }
    const text = when.every === 'day' ? t.daily(when.at) : t.weekly(weekdayName(when.on, language), when.at)
    return { text, zone: when.zone === zone ? null : when.zone }
  }

  return { condition, timing, filterNames }
}
