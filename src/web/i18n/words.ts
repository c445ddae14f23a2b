import type { Words } from '../../words/words.ts'
import { loadedMessages } from './loaded-messages.ts'

/** The field's vocabulary in the language of the page. */
export const [useWords, addWords] = loadedMessages<Words>()

/** A rating with its number, where it is a severity: `1 Critical`. */
export const ratingWords = (rating: keyof Words['rating'], words: Words): string =>
  typeof rating === 'number' ? `${rating} ${words.rating[rating]}` : words.rating[rating]
