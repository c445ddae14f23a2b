/** What the first load needs in English, in a chunk of its own. */
import { englishMessages } from './messages-en.ts'
import { englishWords } from './words-en.ts'

export const english = { t: englishMessages, w: englishWords }
