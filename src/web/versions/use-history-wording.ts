import { useDocumentMessages } from '../i18n/document-words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useVulnerabilityMessages } from '../i18n/vulnerability-words.ts'
import { useWords } from '../i18n/words.ts'
import { useZone } from '../lib/clock.tsx'
import { useChangeMessages } from './change-messages.ts'
import { useHistoryMessages } from './messages.ts'
import type { Wording } from './wording.ts'

/** What a history is told with in the reader's language and time zone. */
export const useHistoryWording = (names: Wording['names']): Wording => ({
  changeWords: useChangeMessages(),
  t: useHistoryMessages(),
  documentWords: useDocumentMessages(),
  vulnerabilityWords: useVulnerabilityMessages(),
  words: useWords(),
  language: useLanguage(),
  zone: useZone(),
  names,
})
