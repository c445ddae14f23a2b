/** What notices are about, in words: for mails, chats, and the page on which one chooses. */
import type { NoticeKind } from '../contract/notices.ts'
import { changeWords } from './changes.ts'

type Kinds = Record<NoticeKind, string>

const kindsJa: Kinds = {
  ...changeWords.ja.kind,
  assigned: '担当の割り当て',
  mentioned: 'メンション',
  commented: 'コメント',
  triaged: '対応状況の変更',
  decided: '適用可否の決定',
  tested: '適用テストの記録',
  'field-reported': '現場からの報告',
  'issue-closed': '既知の問題を解決として記録',
  held: '保留命令',
  'hold-ended': '保留命令の終了',
  'plan-changed': '適用計画の変更',
  'gate-waiting': 'ゲートが確認待ち',
  'due-soon': '期限が近い',
  overdue: '期限超過',
}

const kindsEn: Kinds = {
  ...changeWords.en.kind,
  assigned: 'assigned',
  mentioned: 'mention',
  commented: 'comment',
  triaged: 'triage changed',
  decided: 'go or no-go',
  tested: 'test recorded',
  'field-reported': 'field report',
  'issue-closed': 'known issue closed here',
  held: 'put on hold',
  'hold-ended': 'hold ended',
  'plan-changed': 'plan changed',
  'gate-waiting': 'gate is waiting',
  'due-soon': 'due soon',
  overdue: 'overdue',
}

const ja = {
  kind: kindsJa,
  /** What a headline begins with, and what it is about. */
  headline: (mark: string, title: string) => `${mark}: ${title}`,
  andMore: (title: string, more: number) => `${title} ほか ${more} 件`,
  more: (count: number) => `ほか ${count} 件`,
  /** What has no room in this channel. */
  left: (count: number) => `ほか ${count} 件は画面にあります`,
  /** Of a bulletin that was published long before. */
  age: (years: number, day: string) => (years === 0 ? `${day} 公開` : `${day} 公開（${years} 年前）`),
  again: (age: string, why: string) => `${age}のアラートです。今回の理由: ${why}`,
  oldOnes: (count: number) => `公開から 90 日以上たったアラートが ${count} 件あります。理由は各行にあります`,
  newOnFile: '新たに登録',
  due: (day: string) => `期限 ${day}`,
  said: (who: string, text: string) => `${who}: ${text}`,
  sections: {
    exploited: '急ぎに変わったもの',
    added: '新着',
    released: '再リリース',
    issues: '既知の問題',
    due: '期限',
    people: 'チームの動き',
    other: 'そのほかの変更',
  },
  count: (count: number) => `${count} 件`,
  open: '画面で読む',
  /** Under a mail: why it comes, and how it ends. */
  why: (name: string) => `「${name}」の購読による通知です。`,
  unsubscribe: 'この購読を止める',
  manage: '条件を直す',
  list: '通知を見る',
  test: {
    headline: 'テスト通知です',
    text: 'この送り先に届くことを確かめるために送りました。対応は不要です。',
  },
  stopped: {
    headline: (channel: string) => `${channel} への送信を止めました`,
    text: (why: string) => `送り先の応答: ${why}。送り先を直すか、作り直してください。`,
    open: '送り先を直す',
  },
  password: {
    headline: 'パスワードが設定されました',
    text: (by: string, at: string) =>
      `${by} が ${at} (UTC) にあなたのパスワードを設定しました。次にサインインしたときに変更してください。覚えがなければ管理者に知らせてください。`,
    open: 'サインイン',
  },
  confirm: {
    headline: 'メールアドレスの確認',
    text: (address: string) =>
      `${address} に通知を送るには、下のリンクを開いて確認してください。覚えがなければ、何もする必要はありません。`,
    open: '確認する',
  },
}

const en: typeof ja = {
  kind: kindsEn,
  headline: (mark, title) => `${mark}: ${title}`,
  andMore: (title, more) => `${title} and ${more} more`,
  more: (count) => `${count} more`,
  left: (count) => `${count} more: see the page`,
  age: (years, day) =>
    years === 0 ? `Published ${day}` : `Published ${day} (${years === 1 ? 'a year' : `${years} years`} ago)`,
  again: (age, why) => `${age}. Why now: ${why}`,
  oldOnes: (count) =>
    count === 1
      ? 'One alert was published 90 days ago or earlier: its line says why it comes now'
      : `${count} alerts were published 90 days ago or earlier: their lines say why they come now`,
  newOnFile: 'new on file',
  due: (day) => `due ${day}`,
  said: (who, text) => `${who}: ${text}`,
  sections: {
    exploited: 'More pressing now',
    added: 'New',
    released: 'Re-released',
    issues: 'Known issues',
    due: 'Due',
    people: 'Team',
    other: 'Other changes',
  },
  count: (count) => String(count),
  open: 'Open',
  why: (name) => `Sent for the subscription "${name}".`,
  unsubscribe: 'Unsubscribe',
  manage: 'Change it',
  list: 'See notices',
  test: {
    headline: 'This is a test notice',
    text: 'It was sent to see whether notices arrive here. There is nothing to do.',
  },
  stopped: {
    headline: (channel) => `Nothing is sent to ${channel} any more`,
    text: (why) => `The receiver answered: ${why}. Mend the channel, or set it up anew.`,
    open: 'Mend the channel',
  },
  password: {
    headline: 'Your password was set',
    text: (by, at) =>
      `${by} set your password on ${at} UTC. Change it when you sign in next. If you know nothing of it, tell an administrator.`,
    open: 'Sign in',
  },
  confirm: {
    headline: 'Confirm your mail address',
    text: (address) =>
      `To have notices sent to ${address}, open the link below. If you know nothing of it, there is nothing to do.`,
    open: 'Confirm',
  },
}

export const noticeWords = { ja, en }
