/** What has happened to a bulletin, and what is said of it. */
import { messagesHook } from './language.tsx'

const ja = {
  title: '対応の記録',
  nothing: 'まだ記録はありません。',
  added: 'アラートが登録されました',
  updated: 'アラートが更新されました',
  decided: { go: '適用可と判断', 'no-go': '適用不可と判断' },
  tested: {
    recorded: (edition: string, outcome: string, note: string) =>
      `適用テスト: ${edition} – ${outcome}${note === '' ? '' : ` (${note})`}`,
    corrected: (edition: string, outcome: string, note: string) =>
      `適用テストの訂正: ${edition} – ${outcome}${note === '' ? '' : ` (${note})`}`,
  },
  measured: (machines: number, consoles: number, time: string) =>
    `適用実績: ${machines} 台・${consoles} コンソールで ${time}`,
  covered: (applied: number, of: number) => `適用の確認: ${of} 台中 ${applied} 台に適用済み`,
  withdrawn: '適用実績を取り消しました',
  takenBack: 'コメントを取り下げました',
  was: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  comment: 'コメント',
  commentHint: 'Markdown が使えます。HTML はそのまま文字として表示されます。',
  send: '送信',
  takeBack: '取り下げる',
  notSent: '送信できませんでした。',
  who: (who: string) => (who === 'content' ? '同梱データ' : who),
}

const en: typeof ja = {
  title: 'Record',
  nothing: 'Nothing on record yet.',
  added: 'The bulletin was added',
  updated: 'The bulletin was updated',
  decided: { go: 'Decided: go', 'no-go': 'Decided: no-go' },
  tested: {
    recorded: (edition, outcome, note) => `Lab test: ${edition} – ${outcome}${note === '' ? '' : ` (${note})`}`,
    corrected: (edition, outcome, note) =>
      `Lab test corrected: ${edition} – ${outcome}${note === '' ? '' : ` (${note})`}`,
  },
  measured: (machines, consoles, time) => `Rollout measured: ${machines} machines, ${consoles} consoles: ${time}`,
  covered: (applied, of) => `Checked: ${applied} of ${of} machines have it`,
  withdrawn: 'A measured rollout was taken back',
  takenBack: 'A comment was taken back',
  was: (field, from, to) => `${field}: ${from} → ${to}`,
  comment: 'Comment',
  commentHint: 'Markdown works. HTML is shown as text.',
  send: 'Send',
  takeBack: 'Take back',
  notSent: 'It could not be sent.',
  who: (who) => (who === 'content' ? 'Shipped data' : who),
}

export const useRecordMessages = messagesHook({ ja, en })
