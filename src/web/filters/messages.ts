/** What the filter panel, its chips and the saved filters say: it comes with them, the list is seen without. */
import { messagesHook } from '../i18n/language.tsx'
import { filterMessagesEn } from './messages-en.ts'
import { filterMessagesJa } from './messages-ja.ts'

export type FilterMessages = typeof filterMessagesJa

export const useFilterMessages = messagesHook({ ja: filterMessagesJa, en: filterMessagesEn })
