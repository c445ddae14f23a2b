/** Names of people, as they come from elsewhere. */
import { nameAtMost } from '../contract/access.ts'

/** What begins the name under which the doings of a program are kept, and therefore no name of a person. */
const programPrefix = 'token: '

/** The name of a program that comes in by a token. */
export const programName = (title: string): string => `${programPrefix}${title}`

/** As much of a text as there is room for, and no half of a letter. */
function cut(text: string, room: number): string {
  let end = 0
  for (const letter of text) {
    if (end + letter.length > room) break
    end += letter.length
  }
  return text.slice(0, end).trim()
}

/** A text as a name that the contract takes: without what cannot be seen, and cut; empty where nothing is left. */
export const cleanName = (text: string): string =>
  cut(
    text
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Cf}/\s]+/gu, ' ')
      .trim()
      .replace(/^(?:token:\s*)+/i, ''),
    nameAtMost,
  )

/** The same name with a mark behind it, by which it is told from another's; the mark is never cut. */
export function markedName(name: string, mark: string): string {
  const behind = ` (${cut(cleanName(mark), nameAtMost / 2)})`
  return `${cut(name, nameAtMost - behind.length)}${behind}`
}
