/** The sentences of the sources page. */
import type { DocumentReport, ImportOutcome } from '../../contract/imports.ts'
import type { intervals, lookEnds, SourceContents, SourceRun } from '../../contract/sources.ts'
import { formatNumber, plural } from '../i18n/format.ts'
import { messagesHook } from '../i18n/language.tsx'

type Words = {
  kind: Record<DocumentReport['kind'], string>
  outcome: Record<ImportOutcome, (n: number) => string>
  run: Record<SourceRun['outcome'], string>
  ended: Record<(typeof lookEnds)[number], string>
  every: Record<(typeof intervals)[number], string>
}

const ja = {
  note: 'Microsoft の月例文書、CSAF 2.0・2.1、KEV、HotFix Report のアラートを取り込みます',
  documents: '文書を取り込む',
  drop: 'ここに文書やフォルダをドロップ',
  choose: 'ファイルを選ぶ',
  accepted:
    'XML・JSON・JSON Lines・HTML (Microsoft サポートの KB ページ)、1 文書 64 MiB まで。種類は内容から判断します。',
  onlyEditors: '取り込みには「編集」の権限が必要です。',
  keepGoing: '問題のあるアラートを除いて取り込む',
  progress: (done: number, all: number) => `${all} 文書のうち ${done} を処理`,
  results: '取り込みの結果',
  document: '文書',
  result: '結果',
  clear: '結果を消す',
  waiting: '待機中',
  reading: '取り込み中…',
  tooLarge: '64 MiB を超えるため送信しませんでした。',
  unreadable: 'ファイルを読めませんでした。',
  refused: '拒否',
  failed: '失敗',
  nothing: '変更なし',
  problems: (n: number) => `問題 ${formatNumber(n)} 件`,
  readAs: (kind: string, n: number) =>
    `${kind}の文書として読みましたが、形式に合わない箇所が ${formatNumber(n)} か所あります。取り込んだものはありません。`,
  knownProblems: (n: number) => `前回から続く問題 ${n} 件`,
  warnings: (n: number) => `要確認 ${n} 件`,
  stored: (n: number) => `${formatNumber(n)} 件を登録`,
  noneChanged: '取り込み済みのアラートに変わるものはなし',
  comma: '、',
  leftOut: (n: number) => `上限を超えた ${formatNumber(n)} 件は対象外`,
  more: (n: number) => `ほか ${n} 件`,
  bulletins: (n: number) => `アラート ${n} 件`,
  noFiles: 'ドロップしたものに文書 (.xml .json .jsonl .csv .gz .html) はありません。',
  watched: '取り込み元の監視',
  offline: 'スイッチを入れるか「今すぐ取得」を押すまで、外部への通信は行いません。',
  on: '監視',
  switchOn: (title: string) => `${title} を監視する`,
  interval: '間隔',
  next: '次回',
  never: 'まだ取得していません',
  running: '取得中…',
  fetchNow: '今すぐ取得',
  fetchNowOf: (title: string) => `${title} を今すぐ取得`,
  edit: '編集',
  editOf: (title: string) => `${title} を編集`,
  add: '取り込み元を追加',
  title: '名前',
  url: 'アドレス',
  urlHint:
    'CSAF の provider-metadata.json・ROLIE フィード・ディレクトリ、Microsoft の月の一覧、KEV、または 1 つの文書。https のみ。',
  since: 'この日以降に改訂された文書だけ',
  everything: '空欄なら、すべて',
  refusals: {
    title: '名前を 80 文字以内で入力してください。',
    url: 'https:// で始まるアドレスを入力してください。',
    since: '日付を確認してください。',
  },
  save: '保存',
  remove: '削除',
  removeAsk: '削除…',
  removal: {
    title: (title: string) => `${title} を削除しますか？`,
    counting: '取り込んだものを数えています…',
    notCounted: '取り込んだものの数が分からないため、すべて残します。',
    none: 'この取り込み元から取り込んだものはありません。',
    brought: ({ bulletins, entries }: SourceContents) =>
      [
        'この取り込み元から取り込んだもの: ',
        [
          ...(bulletins > 0 ? [`アラート ${formatNumber(bulletins)} 件`] : []),
          ...(entries > 0 ? [`悪用された脆弱性のカタログ ${formatNumber(entries)} 件`] : []),
        ].join('、'),
      ].join(''),
    keep: '取り込んだものは残す',
    remove: '取り込んだものも取り除く',
    recorded:
      'チームの記録 (対応状況、コメント、適用テスト、判断など) は消えません。記録のあるアラートは取り下げとして残り、ほかの文書にもあるアラートは、その文書の内容で残ります。',
  },
  counts: (fetched: number, skipped: number) =>
    `${formatNumber(fetched)} 文書を取得、${formatNumber(skipped)} 文書は変更なし`,
  kind: {
    'msrc-cvrf': 'Microsoft 月例 (CVRF)',
    csaf: 'CSAF',
    kev: 'KEV',
    epss: 'EPSS',
    'cve-record': 'CVE レコード',
    'kb-page': 'KB のサポート ページ',
    lifecycle: 'サポート期間',
    bulletins: 'アラート',
    unknown: '不明',
  },
  outcome: {
    added: (n) => `追加 ${formatNumber(n)}`,
    updated: (n) => `更新 ${formatNumber(n)}`,
    withdrawn: (n) => `取り下げ ${formatNumber(n)}`,
    unchanged: (n) => `変更なし ${formatNumber(n)}`,
    older: (n) => `古い版 ${formatNumber(n)}`,
  },
  run: { changed: '更新あり', unchanged: '変更なし', partly: '一部失敗', failed: '失敗' },
  ended: {
    'switched-off': '監視を切ったため中断',
    changed: '設定が変わったため中断',
    time: '時間切れで中断、残りは次回',
  },
  every: { 1: '1 時間ごと', 6: '6 時間ごと', 24: '毎日', 168: '毎週' },
} satisfies Words & Record<string, unknown>

const en: typeof ja = {
  note: "Microsoft's monthly documents, CSAF 2.0 and 2.1 advisories, KEV, and alerts of HotFix Report",
  documents: 'Import documents',
  drop: 'Drop documents or folders here',
  choose: 'Choose files',
  accepted:
    'XML, JSON, JSON Lines or HTML (support pages of KBs), up to 64 MiB each. The kind of a document is recognised by its content.',
  onlyEditors: 'Importing documents needs the Editor role.',
  keepGoing: 'Leave out alerts with problems and import the rest',
  progress: (done, all) => `${done} of ${plural(all, 'document')} done`,
  results: 'Results',
  document: 'Document',
  result: 'Result',
  clear: 'Clear results',
  waiting: 'waiting',
  reading: 'importing…',
  tooLarge: 'It is larger than 64 MiB and was not sent.',
  unreadable: 'The file could not be read.',
  refused: 'Refused',
  failed: 'Failed',
  nothing: 'nothing new',
  problems: (n) => plural(formatNumber(n), 'problem'),
  readAs: (kind, n) =>
    `It was read as ${kind}, and ${n === 1 ? 'something is' : `${formatNumber(n)} things are`} not as they should be. Nothing was imported.`,
  knownProblems: (n) => plural(n, 'problem as before', 'problems as before'),
  warnings: (n) => plural(n, 'warning'),
  stored: (n) => plural(formatNumber(n), 'entry stored', 'entries stored'),
  noneChanged: 'no alert on file changed',
  comma: ', ',
  leftOut: (n) => `${formatNumber(n)} beyond the limit left out`,
  more: (n) => `${n} more`,
  bulletins: (n) => plural(n, 'alert'),
  noFiles: 'There is no document (.xml .json .jsonl .csv .gz .html) in what was dropped.',
  watched: 'Watched sources',
  offline: 'No request leaves this machine until you switch one on or press “Fetch now”.',
  on: 'Watch',
  switchOn: (title) => `Watch ${title}`,
  interval: 'Interval',
  next: 'Next',
  never: 'not fetched yet',
  running: 'fetching…',
  fetchNow: 'Fetch now',
  fetchNowOf: (title) => `Fetch ${title} now`,
  edit: 'Edit',
  editOf: (title) => `Edit ${title}`,
  add: 'Add a source',
  title: 'Name',
  url: 'Address',
  urlHint:
    "A CSAF provider's provider-metadata.json, ROLIE feed or directory, Microsoft's list of months, KEV, or one document. https only.",
  since: 'Only documents revised on or after',
  everything: 'leave empty for all',
  refusals: {
    title: 'Enter a name of at most 80 characters.',
    url: 'Enter an address that begins with https://.',
    since: 'Check the day.',
  },
  save: 'Save',
  remove: 'Remove',
  removeAsk: 'Remove…',
  removal: {
    title: (title) => `Remove ${title}?`,
    counting: 'Counting what came from it…',
    notCounted: 'How much came from it is not known, so all of it is kept.',
    none: 'Nothing has come from it.',
    brought: ({ bulletins, entries }) =>
      `From it came ${[
        ...(bulletins > 0 ? [plural(formatNumber(bulletins), 'alert')] : []),
        ...(entries > 0 ? [`${formatNumber(entries)} entries of catalogues (KEV, EPSS, CVE records)`] : []),
      ].join(' and ')}.`,
    keep: 'Keep what came from it',
    remove: 'Remove what came from it as well',
    recorded:
      'What the team has recorded (triage, comments, tests, decisions and the like) is not lost: an alert with any of it stays, as withdrawn. An alert that other documents describe as well stays as they describe it.',
  },
  counts: (fetched, skipped) =>
    `${plural(formatNumber(fetched), 'document')} fetched, nothing new in ${formatNumber(skipped)}`,
  kind: {
    'msrc-cvrf': 'Microsoft monthly (CVRF)',
    csaf: 'CSAF',
    kev: 'KEV',
    epss: 'EPSS',
    'cve-record': 'CVE record',
    'kb-page': 'support page of a KB',
    lifecycle: 'ends of support',
    bulletins: 'Alerts',
    unknown: 'Unknown',
  },
  outcome: {
    added: (n) => `${formatNumber(n)} added`,
    updated: (n) => `${formatNumber(n)} updated`,
    withdrawn: (n) => `${formatNumber(n)} withdrawn`,
    unchanged: (n) => `${formatNumber(n)} unchanged`,
    older: (n) => `${formatNumber(n)} older`,
  },
  run: { changed: 'Updated', unchanged: 'Nothing new', partly: 'Partly failed', failed: 'Failed' },
  ended: {
    'switched-off': 'Ended: switched off',
    changed: 'Ended: its settings changed',
    time: 'Out of time: the rest comes next',
  },
  every: { 1: 'every hour', 6: 'every 6 hours', 24: 'every day', 168: 'every week' },
}

export const useSourcesMessages = messagesHook({ ja, en })
