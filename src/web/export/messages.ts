/** What is said of a table to take away. */
import { loadedMessages } from '../i18n/loaded-messages.ts'
import type { exportMessagesJa } from './messages-ja.ts'

export type ExportMessages = typeof exportMessagesJa

export const [useExportMessages, addExportMessages] = loadedMessages<ExportMessages>()
