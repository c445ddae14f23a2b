/** What is said of a table to take away. */
import { messagesHook } from '../i18n/language.tsx'
import { exportMessagesEn } from './messages-en.ts'
import { exportMessagesJa } from './messages-ja.ts'

export const useExportMessages = messagesHook({ ja: exportMessagesJa, en: exportMessagesEn })
