import type { Text } from '../../contract/text.ts'

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

/** A person's text, in the language that its letters suggest. */
export const textIn = (written: string): Text => (japanese.test(written) ? { ja: written } : { en: written })
