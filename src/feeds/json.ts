import { Unreadable } from './feed.ts'

/** Deeper than any real document; what reads it further may go down by calling itself. */
const deepest = 200

/** More values than any real document; what is made of them takes many times the memory of their text. */
const maxValues = 6_000_000

/** Why a JSON text is not to be read: too much, or with a character that PostgreSQL keeps in no text. It is not parsed for that. */
function faultOf(text: string): string | null {
  let [depth, values, isInText] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (isInText) {
      if (letter === '\\') {
        if (text.startsWith('u0000', ++at)) return 'has the character U+0000, which no text may have'
      } else if (letter === '"') isInText = false
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
 * @throws Unreadable where it is none, nests too deep, holds too much or has U+0000; `place` names where in a larger document it is
 */
export function parseJson(text: string, place = 'document'): unknown {
  const why = faultOf(text)
  if (why !== null) throw new Unreadable(place, why)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unreadable(place, `is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
