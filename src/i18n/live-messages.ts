/** What is said of the connection to the server. */
import { messagesHook } from './language.tsx'

const ja = {
  offline: 'サーバに接続できません。表示は最後に読み込んだ内容で、変更は保存されません。再接続を試みています。',
  saving: 'まだ保存されていません。応答を待っています…',
}

const en: typeof ja = {
  offline: 'The server cannot be reached. You see what was loaded last; changes are not saved. Trying again.',
  saving: 'Not saved yet. Waiting for the server…',
}

export const useLiveMessages = messagesHook({ ja, en })
