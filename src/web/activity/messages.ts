/** The activity of a bulletin: what happened to it, and the comments. */
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  title: '対応の記録',
  nothing: 'まだ記録はありません。',
  bulletins: {
    added: 'アラートが登録されました',
    updated: 'アラートが更新されました',
    withdrawn: 'アラートが取り下げられました: 記載する文書がなくなりました',
  },
  updatedBy: (document: string) => `${document} により更新されました`,
  documents: {
    'hotfix-report': 'HotFix Report',
    'microsoft-bulletin': 'マイクロソフト セキュリティ情報',
    'msrc-cvrf': 'MSRC',
    csaf: 'CSAF',
    kev: 'CISA KEV',
  },
  imported: '取り込み',
  because: {
    'same-version': '文書の版は同じまま、内容が変わっていました',
    'import-undone': '取り込みの取り消しによる',
    'documents-removed': '取り込み元の文書の削除による',
  },
  decided: { go: '適用可と判断', 'no-go': '適用見送りと判断' },
  signedOn: (overall: string, aspects: string) => `判断時の評価: ${overall}（${aspects}）`,
  tested: (edition: string, outcome: string) => `適用テスト: ${edition} – ${outcome}`,
  corrected: (edition: string, outcome: string) => `適用テストの訂正: ${edition} – ${outcome}`,
  before: (edition: string, outcome: string, on: string, who: string) =>
    `訂正前: ${edition} – ${outcome}（${on} ${who}）`,
  newIssue: (title: string) => `新しい既知の問題: ${title}`,
  issueState: {
    resolved: (title: string) => `既知の問題を解決済みにしました: ${title}`,
    reopened: (title: string) => `既知の問題を未解決に戻しました: ${title}`,
  },
  measured: (machines: number, consoles: number, time: string) =>
    `適用実績: ${machines} 台・${consoles} コンソールで ${time}`,
  covered: (applied: number, of: number) => `適用の確認: ${of} 台中 ${applied} 台に適用済み`,
  withdrawn: '適用実績を取り消しました',
  retracted: 'コメントを取り下げました',
  was: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  comment: 'コメント',
  commentHint: 'Markdown が使えます。HTML はそのまま文字として表示されます。',
  send: '送信',
  retract: '取り下げる',
  retractSure: 'このコメントを取り下げますか？',
  retractHint: '本文は消え、だれが取り下げたかだけが残ります。',
  notSent: '送信できませんでした。',
  notRetracted: '取り下げられませんでした。',
  sources: {
    content: '同梱データ',
    kev: 'CISA KEV',
    'msrc-cvrf': 'MSRC',
    csaf: 'CSAF',
    bulletins: 'アラートのファイル',
  } as Readonly<Record<string, string>>,
}

const en: typeof ja = {
  title: 'Record',
  nothing: 'Nothing on record yet.',
  bulletins: {
    added: 'The bulletin was added',
    updated: 'The bulletin was updated',
    withdrawn: 'The bulletin was withdrawn: no document lists it any more',
  },
  updatedBy: (document) => `Updated by ${document}`,
  documents: {
    'hotfix-report': 'HotFix Report',
    'microsoft-bulletin': 'Microsoft Security Bulletin',
    'msrc-cvrf': 'MSRC',
    csaf: 'CSAF',
    kev: 'CISA KEV',
  },
  imported: 'Import',
  because: {
    'same-version': 'its document has other content under the same version',
    'import-undone': 'an import was undone',
    'documents-removed': 'the documents of a source were removed',
  },
  decided: { go: 'Decided: go', 'no-go': 'Decided: no-go' },
  signedOn: (overall, aspects) => `Assessed when it was signed: ${overall} (${aspects})`,
  tested: (edition, outcome) => `Lab test: ${edition} – ${outcome}`,
  corrected: (edition, outcome) => `Lab test corrected: ${edition} – ${outcome}`,
  before: (edition, outcome, on, who) => `Before: ${edition} – ${outcome} (${on}, ${who})`,
  newIssue: (title) => `new known issue: ${title}`,
  issueState: {
    resolved: (title) => `Known issue resolved: ${title}`,
    reopened: (title) => `Known issue open again: ${title}`,
  },
  measured: (machines, consoles, time) => `Rollout measured: ${machines} machines, ${consoles} consoles: ${time}`,
  covered: (applied, of) => `Checked: ${applied} of ${of} machines have it`,
  withdrawn: 'A measured rollout was taken back',
  retracted: 'A comment was taken back',
  was: (field, from, to) => `${field}: ${from} → ${to}`,
  comment: 'Comment',
  commentHint: 'Markdown works. HTML is shown as text.',
  send: 'Send',
  retract: 'Take back',
  retractSure: 'Take this comment back?',
  retractHint: 'Its text goes; that you took it back stays.',
  notSent: 'It could not be sent.',
  notRetracted: 'It could not be taken back.',
  sources: {
    content: 'Shipped data',
    kev: 'CISA KEV',
    'msrc-cvrf': 'MSRC',
    csaf: 'CSAF',
    bulletins: 'Bulletins in a file',
  },
}

export const useActivityMessages = messagesHook({ ja, en })
