/** Text in a header of a mail that has to be ASCII (RFC 2047). */

/** An encoded word has at most 75 characters; of these, `=?UTF-8?B?` and `?=` take 12, and base64 four for three bytes. */
const maxBytes = 45

/** Words that are each decoded by themselves, with a space between them: no character is in two of them. */
function encoded(text: string): string {
  const words: string[] = []
  let word = ''
  for (const character of text) {
    if (Buffer.byteLength(word + character) > maxBytes) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`).join(' ')
}

/** A phrase, such as the name of a list: in quotation marks where it is ASCII, else encoded. */
export const phrase = (text: string): string =>
  /^[ -~]*$/.test(text) && !text.includes('=?') ? `"${text.replaceAll(/["\\]/g, "'")}"` : encoded(text)
