/** Whether a fix is ready to be deployed, how far it has got, and who signs for it. */
import type { SupportPage } from '../../contract/bulletin.ts'
import type { Assessment, Verdict } from '../../contract/lab.ts'
import { messagesHook } from '../i18n/language.tsx'
import { plural } from '../i18n/format.ts'

type Assessed = Record<Assessment, string>

const ja = {
  readiness: '適用判断',
  assessment: { go: '適用可', caution: '要注意', 'no-go': '適用見送り', unknown: '未確認' } satisfies Assessed,
  aspects: {
    urgency: '緊急対応度',
    lab: '適用テスト',
    'known-issues': '既知の問題',
    support: 'サポート',
    installation: '入れるもの',
    coverage: '適用率',
  },
  editions: (n: number) => `${n} OS`,
  noTests: '自社の結果なし',
  issues: (open: number, without: number) =>
    without > 0 ? `${open} 件、うち ${without} 件は回避策なし` : `${open} 件、回避策あり`,
  unread: (n: number) => (n === 1 ? '既知の問題のページが未読' : `既知の問題のページ ${n} 件が未読`),
  elsewhere: (n: number) => `ほかに、自社にないプラットフォームで ${n} 件`,
  page: {
    published: (on: string) => `${on} に読んだ`,
    none: (on: string) => `「なし」と公表、${on} に読んだ`,
    unreadable: (on: string) => `${on} に開いたが、既知の問題は読み取れなかった`,
  } satisfies Record<SupportPage['answer'], (on: string) => string>,
  noIssues: 'なし',
  noIssuesOnFile: '登録なし',
  supported: 'すべてサポート中',
  undated: (n: number, of: number) => `サポート終了日の登録なし: ${of} プラットフォーム中 ${n}`,
  noPlatform: '該当するプラットフォームの登録なし',
  ended: (names: string) => `サポート終了: ${names}`,
  limited: (names: string) => `有償 (ESU) または一部のエディションのみ: ${names}`,
  withoutFix: (names: string) => `修正なし: ${names}`,
  installation: (install: number, alternative: number) =>
    [
      ...(install > 0 ? [`自社の ${install} プラットフォームで入れるもの`] : []),
      ...(alternative > 0 ? [`${alternative} プラットフォームで代わりになる`] : []),
    ].join('、'),
  containedIn: (n: number, ids: string) => `${n} プラットフォームでは ${ids} に含まれる`,
  covered: ({ applied, of, atMost }: { applied: number; of: number; atMost: number }) =>
    of === atMost ? `${of} 台中 ${applied} 台` : `${of}～${atMost} 台中 ${applied} 台`,
  withoutFixOn: (n: number) => `未適用の ${n} 台`,
  moreMachines: (n: number) => `ほか ${n} 台`,
  notCounted: '未集計',
  report: '確認結果を取り込む',
  reportHint: '確認スクリプトが出力した CSV を貼り付けてください。何台分でも、何度でも。',
  take: '取り込む',
  taken: (machines: number, unreadable: number) =>
    unreadable === 0
      ? `${machines} 台の結果があります。`
      : `${machines} 台の結果があります。読めない ${unreadable} 行は残してあります。`,
  nothingRead: '確認スクリプトの行が見つかりません。',
  sign: '署名する',
  signAs: { go: '適用可と判断', 'no-go': '適用見送りと判断' } satisfies Record<Verdict, string>,
  signedAs: { go: '適用可', 'no-go': '適用見送り' } satisfies Record<Verdict, string>,
  why: '根拠（任意）',
  signed: (who: string, when: string) => `${who}、${when}`,
  changedSince: 'この判断の後に内容が変わっています。',
  unseen:
    'ご覧になっていない変更があったため、署名していません。内容は更新されました。確認してもう一度判断してください。',
  notSigned: 'まだ判断されていません。',
  record: '結果を記録',
}

const en: typeof ja = {
  readiness: 'Go or no-go',
  assessment: { go: 'Go', caution: 'Caution', 'no-go': 'No-go', unknown: 'Not known' },
  aspects: {
    urgency: 'Urgency',
    lab: 'Lab tests',
    'known-issues': 'Known issues',
    support: 'Support',
    installation: 'To install',
    coverage: 'Coverage',
  },
  editions: (n) => plural(n, 'OS', 'OSes'),
  noTests: 'nothing tested',
  issues: (open, without) =>
    without > 0 ? `${open}, ${without} without a workaround` : `${open}, each with a workaround`,
  unread: (n) => (n === 1 ? 'known-issue page unread' : `${n} known-issue pages unread`),
  elsewhere: (n) => `${n} more on platforms we do not have`,
  page: {
    published: (on) => `read ${on}`,
    none: (on) => `none published, read ${on}`,
    unreadable: (on) => `opened ${on}, known issues not readable`,
  },
  noIssues: 'none',
  noIssuesOnFile: 'none on file',
  supported: 'all supported',
  undated: (n, of) => `end of support not on file for ${n} of ${plural(of, 'platform')}`,
  noPlatform: 'no platform concerned is on file',
  ended: (names) => `support has ended: ${names}`,
  limited: (names) => `paid (ESU) or some editions only: ${names}`,
  withoutFix: (names) => `no fix: ${names}`,
  installation: (install, alternative) =>
    [
      ...(install > 0 ? [`to be installed on ${install} of our platforms`] : []),
      ...(alternative > 0 ? [`an alternative on ${alternative}`] : []),
    ].join(', '),
  containedIn: (n, ids) => `on ${n} contained in ${ids}`,
  covered: ({ applied, of, atMost }) =>
    of === atMost ? `${applied} of ${plural(of, 'machine')}` : `${applied} of ${of} to ${atMost} machines`,
  withoutFixOn: (n) => (n === 1 ? 'One machine lacks it' : `${n} machines lack it`),
  moreMachines: (n) => `and ${n} more`,
  notCounted: 'not counted',
  report: 'Import check results',
  reportHint: 'Paste the CSV that the verification script prints: from any number of machines, as often as needed.',
  take: 'Import',
  taken: (machines, unreadable) =>
    unreadable === 0
      ? `Results of ${plural(machines, 'machine')}.`
      : `Results of ${plural(machines, 'machine')}; ${plural(unreadable, 'line that could not be read is', 'lines that could not be read are')} left here.`,
  nothingRead: 'There is no line of the verification script in this.',
  sign: 'Sign',
  signAs: { go: 'Decide: go', 'no-go': 'Decide: no-go' },
  signedAs: { go: 'Go', 'no-go': 'No-go' },
  why: 'Why (optional)',
  signed: (who, when) => `${who}, ${when}`,
  changedSince: 'Things have changed since then.',
  unseen: 'Not signed: something has changed that you had not seen. It is shown now. Please look, and decide again.',
  notSigned: 'Nobody has decided yet.',
  record: 'Record a result',
}

export const useDecisionMessages = messagesHook({ ja, en })
