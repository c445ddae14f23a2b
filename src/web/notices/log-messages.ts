/** The log of notices. */
import { messagesHook } from '../i18n/language.tsx'
import { plural } from '../i18n/format.ts'

const ja = {
  title: '届いた記録',
  note: '400 日間保存します。',
  failingOnly: '届いていないものだけ',
  head: { at: '時刻', what: '内容', where: '送り先', outcome: '結果' },
  none: '送った通知はまだありません。',
  noneFailing: '届いていない通知はありません。',
  notRead: '記録を読み込めませんでした。',
  more: 'さらに表示',
  states: { waiting: '送信待ち', sent: '送信済み', 'given-up': '断念' },
  next: (at: string) => `次は ${at}`,
  attempts: (n: number) => `試行 ${n} 回`,
  about: {
    weekly: (issue: string) => `HotFix Weekly ${issue}`,
    test: 'テスト通知',
    stopped: (channel: string) => `送り先 ${channel} の停止`,
    password: 'パスワードの設定',
    confirm: 'メールアドレスの確認',
  },
}

const en: typeof ja = {
  title: 'What was sent',
  note: 'Kept for 400 days.',
  failingOnly: 'Only what has not arrived',
  head: { at: 'Time', what: 'What', where: 'Where', outcome: 'Outcome' },
  none: 'Nothing was sent yet.',
  noneFailing: 'Everything has arrived.',
  notRead: 'The log could not be read.',
  more: 'Show more',
  states: { waiting: 'Waiting', sent: 'Sent', 'given-up': 'Given up' },
  next: (at) => `next ${at}`,
  attempts: (n) => plural(n, 'attempt'),
  about: {
    weekly: (issue) => `HotFix Weekly ${issue}`,
    test: 'Test notice',
    stopped: (channel) => `Channel ${channel} stopped`,
    password: 'Password set',
    confirm: 'Confirmation of the address',
  },
}

export const useLogMessages = messagesHook({ ja, en })
