import type { Text } from '../../contract/text.ts'

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

/** What somebody wrote, as a text of the language that its letters tell. */
export const textIn = (written: string): Text => (japanese.test(written) ? { ja: written } : { en: written })
