/** What has happened to a bulletin, and what is said of it. */
import type { TriageState } from '../contract/triage.ts'
import { messagesHook } from './language.tsx'

const ja = {
  title: '対応の記録',
  nothing: 'まだ記録はありません。',
  added: 'アラートが登録されました',
  updated: 'アラートが更新されました',
  takenBack: 'コメントを取り下げました',
  was: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  fields: { status: '状況', assignee: '担当', reason: '理由', reviewOn: '見直す日', note: 'メモ' } satisfies Record<
    keyof TriageState,
    string
  >,
  none: 'なし',
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
  takenBack: 'A comment was taken back',
  was: (field, from, to) => `${field}: ${from} → ${to}`,
  fields: { status: 'Status', assignee: 'Assignee', reason: 'Reason', reviewOn: 'Review on', note: 'Note' },
  none: 'none',
  comment: 'Comment',
  commentHint: 'Markdown works. HTML is shown as text.',
  send: 'Send',
  takeBack: 'Take back',
  notSent: 'It could not be sent.',
  who: (who) => (who === 'content' ? 'Shipped data' : who),
}

export const useDiscussionMessages = messagesHook({ ja, en })
