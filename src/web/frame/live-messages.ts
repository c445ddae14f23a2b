/** What is said of the connection to the server. */
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  ended: 'セッションが終了しました。入力したものは残っています。',
  offline: 'サーバに接続できません。表示は最後に読み込んだ内容で、変更は保存されません。再接続を試みています。',
  late: '他の人の変更を受信できていません。表示は最後に読み込んだ内容です。再接続を試みています。',
  missing: '絞り込み、一覧の続き、グラフなど、このページの一部を読み込めませんでした。',
  saving: 'まだ保存されていません。応答を待っています…',
}

const en: typeof ja = {
  ended: 'Your session has ended. What you have typed is still here.',
  offline: 'The server cannot be reached. You see what was loaded last; changes are not saved. Trying again.',
  late: 'What others change is not coming in. You see what was loaded last. Trying again.',
  missing: 'Part of this page could not be loaded, such as filters, further rows or charts.',
  saving: 'Not saved yet. Waiting for the server…',
}

export const useLiveMessages = messagesHook({ ja, en })
