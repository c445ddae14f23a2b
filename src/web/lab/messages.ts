/** The sentences of the page of lab tests. */
import { messagesHook } from '../i18n/language.tsx'
import { plural } from '../i18n/format.ts'

const ja = {
  title: '適用テスト',
  record: '結果を記録',
  size: (editions: number, bulletins: number) => `${editions} OS エディション × ${bulletins} 件`,
  onPaper: (tested: number, all: number) => `${all} 件のうち、結果のある ${tested} 件を印刷しています。`,
  notFor: '対象外',
  legend: '空白 未実施 ・ 斜線 対象外（この OS の修正ではない）',
  issues: '既知の問題',
  issueOrder: '回避策なしを先に、新しい順',
  unreadPages: (n: number) => `ほかに未読のページ ${n} 件`,
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
  size: (editions, bulletins) => `${plural(editions, 'OS edition')} × ${plural(bulletins, 'alert')}`,
  onPaper: (tested, all) => `On paper: ${tested} with a result, of ${plural(all, 'alert')}.`,
  notFor: 'N/A',
  legend: 'blank not tested · hatched N/A: the fix is not for this OS',
  issues: 'Known issues',
  issueOrder: 'without workaround first, then the newest',
  unreadPages: (n) => `and ${plural(n, 'unread page')}`,
  fixAndOs: 'Fix and OS',
  source: 'Source',
  ownLab: (by) => `own lab, ${by}`,
  publisher: 'publisher',
  bulletin: 'Alert',
  symptom: 'Symptom',
  platforms: 'OS',
  workaround: 'Workaround',
  noWorkaround: 'no workaround on file',
  unread: 'page unread:',
  noResults: 'No lab result matches',
  noResultsHint: 'Remove a filter, or show only alerts that have results.',
  onlyTested: 'Show only alerts with results',
  noIssues: 'No known issue matches.',
  showAll: (n) => `Show ${n} more`,
}

export const useLabMessages = messagesHook({ ja, en })
