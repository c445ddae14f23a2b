/** What is said of a form that is left before it is saved. */
import { messagesHook } from '../../i18n/language.tsx'

const ja = {
  question: '入力した内容はまだ保存されていません。',
  discard: '破棄して閉じる',
  stay: '入力に戻る',
  signOutAnyway: '破棄してサインアウトしますか？',
  failed: '直前の入力は保存できませんでした。',
  failedOf: (bulletin: string) => `${bulletin} への入力は保存できませんでした。`,
  toBulletin: 'アラートを開く',
  close: '閉じる',
}

const en: typeof ja = {
  question: 'What you entered is not saved yet.',
  discard: 'Discard and close',
  stay: 'Keep editing',
  signOutAnyway: 'Discard it and sign out?',
  failed: 'What you entered last could not be saved.',
  failedOf: (bulletin) => `What you entered for ${bulletin} could not be saved.`,
  toBulletin: 'Open the alert',
  close: 'Close',
}

export const useLeavingMessages = messagesHook({ ja, en })
