import { useFilterMessages } from '../../filters/messages.ts'
import { useCommon } from '../../i18n/common.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useWords } from '../../i18n/words.ts'
import type { AlertsWording } from './columns.ts'
import { useAlertsMessages } from '../messages.ts'

/** All words that the columns of a table are made of. */
export function useAlertsWording(): AlertsWording {
  const [t, filterText] = [useAlertsMessages(), useFilterMessages()]
  const [common, words, language] = [useCommon(), useWords(), useLanguage()]
  return { t, filterText, common, words, language }
}
