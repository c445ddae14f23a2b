/** What the start page says, each language in a chunk of its own. The words of severities, outcomes and states are those of the product. */
import { loadedMessages } from '../i18n/loaded-messages.ts'
import type { overviewMessagesJa } from './messages-ja.ts'

export type OverviewMessages = typeof overviewMessagesJa

export const [useOverviewMessages, addOverviewMessages] = loadedMessages<OverviewMessages>()
