import { Unreadable } from './feed.ts'

/** Deeper than any real document; what reads it further may go down by calling itself. */
const deepest = 200

/** How deep brackets nest in a JSON text, without reading it. */
function depthOf(text: string): number {
  let [depth, most, isInText] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (isInText) {
      if (letter === '\\') at++
      else if (letter === '"') isInText = false
    } else if (letter === '"') isInText = true
    else if (letter === '{' || letter === '[') most = Math.max(most, ++depth)
    else if (letter === '}' || letter === ']') depth--
  }
  return most
}

/**
 * The value of a JSON text.
 *
 * @throws Unreadable where it is none, or nests too deep; `place` names where in a larger document it stands
 */
export function parseJson(text: string, place = 'document'): unknown {
  if (depthOf(text) > deepest) throw new Unreadable(place, `is nested deeper than ${deepest} levels`)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unreadable(place, `is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
