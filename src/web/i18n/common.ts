/** What many pages say. */
import { loadedMessages } from './loaded-messages.ts'
import type { commonJa } from './common-ja.ts'

export type Common = typeof commonJa

export const [useCommon, addCommon] = loadedMessages<Common>()
