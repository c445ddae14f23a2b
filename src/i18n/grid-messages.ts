/** The sentences of the matrix and of the tests page. */
import { messagesHook } from './language.tsx'
const ja = {
  matrix: {
    title: '影響マトリクス',
    size: (rows: number, platforms: number) => `${rows} 件 × ${platforms} プラットフォーム`,
    by: '行の単位',
    rows: { bulletin: 'アラート', vulnerability: '脆弱性' },
    row: { bulletin: 'アラート', vulnerability: '脆弱性' },
    worst: '最も深刻',
    worstHint: '対応の済んでいないアラートのうち最も深刻なもの',
    touched: (n: number) => `影響を受けるプラットフォーム ${n}`,
    unfold: (name: string) => `${name} の全プラットフォームを表示`,
    fold: (name: string) => `${name} をまとめて表示`,
    cell: (row: string, platform: string, rating: string) => `${row}、${platform}: ${rating}`,
    legend: ['? = 深刻度の評価なし', '斜線 = 影響を受けるが修正の提供なし', '空白 = 影響なし'],
  },
  lab: {
    title: '適用テスト',
    size: (editions: number, bulletins: number) => `${editions} OS エディション × ${bulletins} 件`,
    edition: 'OS エディション',
    legend: '空白 未実施',
    cell: (edition: string, bulletin: string, outcome: string) => `${edition}、${bulletin}: ${outcome}`,
    issues: '既知の問題',
    bulletin: 'アラート',
    symptom: '症状',
    platforms: 'OS',
    workaround: '回避策',
    noWorkaround: '回避策は公開されていません',
    noResults: 'この条件に合う適用テストの結果はありません',
    noResultsHint: '条件を減らすか、適用テストの結果があるアラートに絞り込んでください。',
    onlyTested: '結果のあるアラートだけを表示',
    noIssues: 'この条件に合う既知の問題はありません。',
    showAll: (n: number) => `残り ${n} 件も表示`,
  },
}

const en: typeof ja = {
  matrix: {
    title: 'Platform matrix',
    size: (rows, platforms) => `${rows} × ${platforms} ${platforms === 1 ? 'platform' : 'platforms'}`,
    by: 'Rows',
    rows: { bulletin: 'Alerts', vulnerability: 'Vulnerabilities' },
    row: { bulletin: 'Alert', vulnerability: 'Vulnerability' },
    worst: 'Worst',
    worstHint: 'The worst of the alerts that are not dealt with yet',
    touched: (n) => (n === 1 ? 'touches 1 platform' : `touches ${n} platforms`),
    unfold: (name) => `Show all platforms of ${name}`,
    fold: (name) => `Show ${name} in short`,
    cell: (row, platform, rating) => `${row}, ${platform}: ${rating}`,
    legend: ['? = affected, but not rated', 'hatched = affected, but no fix is offered', 'blank = not affected'],
  },
  lab: {
    title: 'Lab tests',
    size: (editions, bulletins) =>
      `${editions} OS ${editions === 1 ? 'edition' : 'editions'} × ${bulletins} ${bulletins === 1 ? 'alert' : 'alerts'}`,
    edition: 'OS edition',
    legend: 'blank not tested',
    cell: (edition, bulletin, outcome) => `${edition}, ${bulletin}: ${outcome}`,
    issues: 'Known issues',
    bulletin: 'Alert',
    symptom: 'Symptom',
    platforms: 'OS',
    workaround: 'Workaround',
    noWorkaround: 'no workaround published',
    noResults: 'No lab result matches',
    noResultsHint: 'Remove a filter, or show only alerts that have results.',
    onlyTested: 'Show only alerts with results',
    noIssues: 'No known issue matches.',
    showAll: (n) => `Show ${n} more`,
  },
}

export const useGridMessages = messagesHook({ ja, en })
