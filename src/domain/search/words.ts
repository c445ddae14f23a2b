import { alternativesOf, isId, spellingsOf } from '../filter/text-search.ts'
import { gramsOfWord } from './grams.ts'

/**
 * The words of a query that are looked for in texts, normalised, in every spelling. Ids are none of them: who enters one
 * wants what it names, and not all that mention it.
 */
export const wordsInTexts = (query: string): string[] => [
  ...new Set(
    alternativesOf(query)
      .flat()
      .filter((word) => !isId(word))
      .flatMap(spellingsOf)
      .filter((word) => gramsOfWord(word) !== null),
  ),
]
