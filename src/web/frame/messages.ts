/** What the frame around every page says, and a page that fails. */
import { loadedMessages } from '../i18n/loaded-messages.ts'
import type { frameMessagesJa } from './messages-ja.ts'

export type FrameMessages = typeof frameMessagesJa

export const [useFrameMessages, addFrameMessages] = loadedMessages<FrameMessages>()
