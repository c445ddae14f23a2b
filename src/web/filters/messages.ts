/** What the filter panel, its chips and the saved filters say. */
import { loadedMessages } from '../i18n/loaded-messages.ts'
import type { filterMessagesJa } from './messages-ja.ts'

export type FilterMessages = typeof filterMessagesJa

export const [useFilterMessages, addFilterMessages] = loadedMessages<FilterMessages>()
