/** What is wrong with what was entered, in the place of the browser's own words. */
import { formatDay } from '../../i18n/format.ts'
import { messagesHook } from '../../i18n/language.tsx'

const ja = {
  required: '入力してください。',
  choose: '選択してください。',
  invalid: '入力した内容を確認してください。',
  number: '数を入力してください。',
  whole: '整数を入力してください。',
  day: '正しい日付を入力してください。',
  url: 'https:// で始まるアドレスを入力してください。',
  tooShort: (least: number) => `${least} 文字以上で入力してください。`,
  tooLong: (most: number) => `${most} 文字以内で入力してください。`,
  range: (min: string, max: string) => `${min}〜${max} の数を入力してください。`,
  notBefore: (day: string) => `${formatDay(day, 'ja')}以降の日付を入力してください。`,
  notAfter: (day: string) => `${formatDay(day, 'ja')}以前の日付を入力してください。`,
}

const en: typeof ja = {
  required: 'Please fill this in.',
  choose: 'Please choose one.',
  invalid: 'Please check what you entered.',
  number: 'Enter a number.',
  whole: 'Enter a whole number.',
  day: 'Enter a date.',
  url: 'Enter an address that begins with https://.',
  tooShort: (least) => `Enter at least ${least} characters.`,
  tooLong: (most) => `Enter at most ${most} characters.`,
  range: (min, max) => `Enter a number from ${min} to ${max}.`,
  notBefore: (day) => `Enter ${formatDay(day, 'en')} or a later day.`,
  notAfter: (day) => `Enter ${formatDay(day, 'en')} or an earlier day.`,
}

export const useFieldMessages = messagesHook({ ja, en })
export type FieldMessages = typeof ja
