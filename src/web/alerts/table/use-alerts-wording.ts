import { useFilterMessages } from '../../filters/messages.ts'
import { useCommon } from '../../i18n/common.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useWords } from '../../i18n/words.ts'
import type { AlertsWording } from './columns.ts'
import { useTableMessages } from './messages.ts'
import { useAlertsMessages } from '../messages.ts'

/** All words that the columns of a table are made of. */
export function useAlertsWording(): AlertsWording {
  const [t, tableText, filterText] = [useAlertsMessages(), useTableMessages(), useFilterMessages()]
  const [common, words, language] = [useCommon(), useWords(), useLanguage()]
  return { t, tableText, filterText, common, words, language }
}
