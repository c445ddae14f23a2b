/** All that the first view says in Japanese, in a chunk of its own: who reads the page loads one language. */
import { addAlertsMessages } from './alerts/messages.ts'
import { alertsMessagesJa } from './alerts/messages-ja.ts'
import { addCommon } from './i18n/common.ts'
import { commonJa } from './i18n/common-ja.ts'
import { addFrameMessages } from './frame/messages.ts'
import { frameMessagesJa } from './frame/messages-ja.ts'
import { addWords } from './i18n/words.ts'
import { wordsJa } from '../words/words-ja.ts'

addWords('ja', wordsJa)
addCommon('ja', commonJa)
addFrameMessages('ja', frameMessagesJa)
addAlertsMessages('ja', alertsMessagesJa)
