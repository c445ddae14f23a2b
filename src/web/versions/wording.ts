/** What a history is told with: the words of the screen, and the names of platforms. */
import type { PlatformId } from '../../contract/platform.ts'
import type { ChangeMessages } from '../../words/changes.ts'
import type { DocumentMessages } from '../i18n/document-words.ts'
import type { HistoryMessages } from './messages.ts'
import type { Language } from '../i18n/language.tsx'
import type { VulnerabilityMessages } from '../i18n/vulnerability-words.ts'
import type { Words } from '../../words/words.ts'

export type Wording = {
  changeWords: ChangeMessages
  t: HistoryMessages
  documentWords: DocumentMessages
  vulnerabilityWords: VulnerabilityMessages
  words: Words
  language: Language
  /** The reader's time zone. */
  zone: string
  names: (ids: readonly PlatformId[]) => string
}

/** Writes a value as text. */
export type Write = (value: unknown, wording: Wording) => string
