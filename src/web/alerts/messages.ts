/** What the list of alerts says. */
import { loadedMessages } from '../i18n/loaded-messages.ts'
import type { alertsMessagesJa } from './messages-ja.ts'

export type AlertsMessages = typeof alertsMessagesJa

export const [useAlertsMessages, addAlertsMessages] = loadedMessages<AlertsMessages>()
