/** What the report on handling and the record say. */
import { messagesHook } from '../i18n/language.tsx'
import { reportMessagesEn } from './messages-en.ts'
import { reportMessagesJa } from './messages-ja.ts'

export const useReportMessages = messagesHook({ ja: reportMessagesJa, en: reportMessagesEn })
