/** What saving filters and the saved ones say. */
import { messagesHook } from '../i18n/language.tsx'
import { plural } from '../i18n/format.ts'

const ja = {
  save: 'この条件を保存',
  notify: 'この条件を通知',
  saved: '保存した条件',
  edit: '編集',
  editDone: '完了',
  isStart: '開始ページ',
  moveUp: (name: string) => `「${name}」を上へ`,
  moveDown: (name: string) => `「${name}」を下へ`,
  startFrom: (name: string) => `「${name}」を開始ページにする`,
  forget: (name: string) => `「${name}」を削除`,
  saveName: '名前',
  saveHint: 'サーバに保存し、どの端末からも使えます。',
  saveHintHere: 'この端末のブラウザに保存します。',
  saveForTeam: 'チームの条件にする',
  savedOfTeam: 'チームの条件',
  toTake: (n: number) => `このブラウザに保存した条件が ${n} 件あります。`,
  takeAlong: 'サーバへ移す',
  leaveBehind: '消す',
  saveReplaces: '同じ名前の条件を置き換えます。',
}

const en: typeof ja = {
  save: 'Save this filter',
  notify: 'Notify me of it',
  saved: 'Saved filters',
  edit: 'Edit',
  editDone: 'Done',
  isStart: 'start page',
  moveUp: (name) => `Move “${name}” up`,
  moveDown: (name) => `Move “${name}” down`,
  startFrom: (name) => `Start from “${name}”`,
  forget: (name) => `Delete “${name}”`,
  saveName: 'Name',
  saveHint: 'Kept on the server, for every device of yours.',
  saveHintHere: 'Kept in this browser on this device.',
  saveForTeam: 'For the whole team',
  savedOfTeam: 'Filters of the team',
  toTake: (n) => `${plural(n, 'filter is', 'filters are')} kept in this browser.`,
  takeAlong: 'Move to the server',
  leaveBehind: 'Delete',
  saveReplaces: 'Takes the place of the filter of this name.',
}

export const useSavedFilterMessages = messagesHook({ ja, en })
