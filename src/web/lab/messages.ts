/** The sentences of the page of lab tests. */
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  title: '適用テスト',
  record: '結果を記録',
  size: (editions: number, bulletins: number) => `${editions} OS エディション × ${bulletins} 件`,
  edition: 'OS エディション',
  notFor: '対象外',
  legend: '空白 未実施 ・ 斜線 対象外（この OS の修正ではない）',
  cell: (edition: string, bulletin: string, outcome: string) => `${edition}、${bulletin}: ${outcome}`,
  issues: '既知の問題',
  issueOrder: '回避策なしを先に、新しい順',
  fixAndOs: '修正と OS',
  source: '出どころ',
  ownLab: (by: string) => `自社 ${by}`,
  publisher: '発行元',
  bulletin: 'アラート',
  symptom: '症状',
  platforms: 'OS',
  workaround: '回避策',
  noWorkaround: '回避策の登録なし',
  unread: 'ページが未読:',
  noResults: 'この条件に合う適用テストの結果はありません',
  noResultsHint: '条件を減らすか、適用テストの結果があるアラートに絞り込んでください。',
  onlyTested: '結果のあるアラートだけを表示',
  noIssues: 'この条件に合う既知の問題はありません。',
  showAll: (n: number) => `残り ${n} 件も表示`,
}

const en: typeof ja = {
  title: 'Lab tests',
  record: 'Record a result',
  size: (editions, bulletins) =>
    `${editions} OS ${editions === 1 ? 'edition' : 'editions'} × ${bulletins} ${bulletins === 1 ? 'alert' : 'alerts'}`,
  edition: 'OS edition',
  notFor: 'Does not apply',
  legend: 'blank not tested ・ hatched does not apply: the fix is not for this OS',
  cell: (edition, bulletin, outcome) => `${edition}, ${bulletin}: ${outcome}`,
  issues: 'Known issues',
  issueOrder: 'without workaround first, then the newest',
  fixAndOs: 'Fix and OS',
  source: 'Source',
  ownLab: (by) => `own lab, ${by}`,
  publisher: 'publisher',
  bulletin: 'Alert',
  symptom: 'Symptom',
  platforms: 'OS',
  workaround: 'Workaround',
  noWorkaround: 'no workaround on file',
  unread: 'page not read yet:',
  noResults: 'No lab result matches',
  noResultsHint: 'Remove a filter, or show only alerts that have results.',
  onlyTested: 'Show only alerts with results',
  noIssues: 'No known issue matches.',
  showAll: (n) => `Show ${n} more`,
}

export const useLabMessages = messagesHook({ ja, en })
