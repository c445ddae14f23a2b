import { normalise } from '../filter/text-search.ts'

/** A sentence that is longer is cut around the word. */
const longest = 240

const isIn = (text: string, words: readonly string[]) => {
  const normalised = normalise(text)
  return words.some((word) => normalised.includes(word))
}

/** Around where a word is in a long sentence, by the place that it has in the normalised one. */
function cutAround(sentence: string, words: readonly string[]): string {
  if (sentence.length <= longest) return sentence
  const normalised = normalise(sentence)
  const place = words.reduce((most, word) => Math.max(most, normalised.indexOf(word)), 0)
  const start = Math.max(0, Math.min(place - longest / 3, sentence.length - longest))
  const cut = sentence
    .slice(start, start + longest)
    .toWellFormed()
    .trim()
  return `${start > 0 ? '…' : ''}${cut}${start + longest < sentence.length ? '…' : ''}`
}

/** The first sentence of a text in which any of the words occurs; they are normalised. The whole text where none does. */
export function sentenceWith(text: string, words: readonly string[]): string {
  const sentences = text.split(/(?<=[.!?]\s)|(?<=[。！？])|\n+/).map((each) => each.trim())
  return cutAround(sentences.find((sentence) => isIn(sentence, words)) ?? text, words)
}
