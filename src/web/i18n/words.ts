import type { Words } from '../../words/words.ts'
import { loadedMessages } from './loaded-messages.ts'

/** The field's vocabulary in the language of the page. */
export const [useWords, addWords] = loadedMessages<Words>()
