/** Text of documents and people as one line that is harmless wherever it is sent. */
import { withoutDirectionMarks } from '../contract/direction-marks.ts'

/** Line breaks of any kind and control characters: what ends a header of a mail, or a line of a chat. */
const breaks = /[\p{Cc}\u2028\u2029\s]+/gu

/** Longer than any title that a person reads. */
const maxLength = 300

/**
 * A text as one line: no line breaks, control characters or marks that turn the direction of what comes after it, and cut
 * with an ellipsis where it has more than `most` characters.
 */
export function plainLine(text: string, most = maxLength): string {
  // Of a text of megabytes no more is looked at than can be told.
  const beginning = text.slice(0, most * 4)
  const line = withoutDirectionMarks(beginning.toWellFormed()).replaceAll(breaks, ' ').trim()
  // No character has more than two code units: a short text needs no count.
  if (line.length < most && beginning.length < text.length) return `${line}…`
  if (line.length <= most) return line
  let [count, end] = [0, 0]
  for (const character of line) {
    count++
    if (count < most) end += character.length
    if (count > most) return `${line.slice(0, end).trimEnd()}…`
  }
  return line
}
