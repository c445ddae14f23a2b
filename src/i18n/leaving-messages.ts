/** What is said of a form that is left before it is saved. */
import { messagesHook } from './language.tsx'

const ja = {
  question: '入力した内容はまだ保存されていません。',
  discard: '破棄して閉じる',
  stay: '入力に戻る',
  failed: '直前の入力は保存できませんでした。',
  close: '閉じる',
}

const en: typeof ja = {
  question: 'What you entered is not saved yet.',
  discard: 'Discard and close',
  stay: 'Keep editing',
  failed: 'What you entered last could not be saved.',
  close: 'Close',
}

export const useLeavingMessages = messagesHook({ ja, en })
