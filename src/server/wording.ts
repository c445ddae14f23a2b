/** The words of the contract in a language, for what the server says itself: feeds, mails, chats. */
import type { LineWording } from '../words/change-line.ts'
import { wordsEn } from '../words/words-en.ts'
import { wordsJa } from '../words/words-ja.ts'

export const wordingOf = (language: 'ja' | 'en'): LineWording => ({
  language,
  words: language === 'ja' ? wordsJa : wordsEn,
})
