/** All that the first view says in English, in a chunk of its own: who reads the page loads one language. */
import { addAlertsMessages } from './alerts/messages.ts'
import { alertsMessagesEn } from './alerts/messages-en.ts'
import { addCommon } from './i18n/common.ts'
import { commonEn } from './i18n/common-en.ts'
import { addFrameMessages } from './frame/messages.ts'
import { frameMessagesEn } from './frame/messages-en.ts'
import { addWords } from './i18n/words.ts'
import { wordsEn } from '../words/words-en.ts'

addWords('en', wordsEn)
addCommon('en', commonEn)
addFrameMessages('en', frameMessagesEn)
addAlertsMessages('en', alertsMessagesEn)
