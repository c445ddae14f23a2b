import { Unreadable } from './feed.ts'

/** Deeper than any real document; what reads it further may go down by calling itself. */
const deepest = 200

/** More values than any real document; what is made of them takes many times the memory of their text. */
const maxValues = 6_000_000

/** Why a JSON text is too much to be read; null where it is not. It is not read for that. */
function tooMuch(text: string): string | null {
  let [depth, values, isInText] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (isInText) {
      if (letter === '\\') at++
      else if (letter === '"') isInText = false
    } else if (letter === '"') isInText = true
    else if (letter === ',') values++
    else if (letter === '{' || letter === '[') {
      values++
      if (++depth > deepest) return `is nested deeper than ${deepest} levels`
    } else if (letter === '}' || letter === ']') depth--
  }
  return values > maxValues ? `has more than ${maxValues} values` : null
}

/**
 * The value of a JSON text.
 *
 * @throws Unreadable where it is none, nests too deep or holds too much; `place` names where in a larger document it is
 */
export function parseJson(text: string, place = 'document'): unknown {
  const why = tooMuch(text)
  if (why !== null) throw new Unreadable(place, why)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unreadable(place, `is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
