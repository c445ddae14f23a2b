/** Letters that fit the size of a channel. */
import type { Letter } from '../../../words/letter.ts'
import { lineCount, shorterLetter } from '../../../words/shorter-letter.ts'

/** Bytes of a body as it is sent. */
export const bytesOf = (body: string): number => Buffer.byteLength(body)

/**
 * The body of the longest beginning of a letter that fits: at most `lines` lines, at most `bytes` bytes. Where even a
 * letter without lines is larger, that one.
 */
export function fittingBody(
  letter: Letter,
  { lines, bytes }: { lines: number; bytes: number },
  make: (letter: Letter) => string,
): string {
  let most = Math.min(lines, lineCount(letter))
  let body = make(shorterLetter(letter, most))
  while (bytesOf(body) > bytes && most > 0) {
    // About as many as fit, by what a line has taken so far; at least one fewer each time.
    most = Math.min(most - 1, Math.floor((most * bytes) / bytesOf(body)))
    body = make(shorterLetter(letter, most))
  }
  return body
}
