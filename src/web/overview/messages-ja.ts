import type { Overview } from '../../contract/overview.ts'
import type { Outcome } from '../../contract/words.ts'
import { addOverviewMessages } from './messages.ts'

type Bucket = Overview['due'][number]['bucket']
type Figure = keyof NonNullable<Overview['figures']>

/** A part that leads somewhere, and what is before and after it. */
type Around = readonly [before: string, part: string, after: string]

export const overviewMessagesJa = {
  previous: '前の月',
  following: '次の月',
  sincePublished: (days: number) =>
    days < 0 ? `公開まで ${-days} 日` : days === 0 ? '今日公開' : `公開から ${days} 日`,
  updated: (day: string) => `最後の更新 ${day}`,
  outOfBand: (days: string) => `定例外 ${days}`,
  noOutOfBand: '定例外 なし',
  next: (day: string, left: number) => `次の定例は ${day}${left === 0 ? '、今日' : `、あと ${left} 日`}`,

  toInstall: (n: number): Around => [`入れるのは `, `${n} 件`, `。`],
  overdueAll: (n: string, days: number, isOne: boolean): Around => [
    `残る `,
    `${n} 台`,
    isOne ? `は期限を ${days} 日過ぎている。` : `は期限を過ぎている（最長 ${days} 日）。`,
  ],
  overdue: (n: string, days: number, isOne: boolean): Around => [
    ``,
    `${n} 台`,
    isOne ? `が期限を ${days} 日過ぎ、` : `が期限を過ぎ（最長 ${days} 日）、`,
  ],
  left: (n: string) => `${n} 台が残る。`,
  allDone: (day: string | null) => (day === null ? '入れるものはない。' : `入れるものはない。${day} に終わった。`),
  nextRelease: (day: string) => `次の定例は ${day}。`,
  noFleet: ['', '台数を登録する', 'と、入れるものが決まる。'] as Around,
  noRelease: '取り込んだ定例はまだない。次の三つで始まる。',
  inAll: (n: number, overdue: number): Around => [
    `ほかの月も合わせると `,
    `${n} 件`,
    overdue === 0 ? ` が終わっていない。` : ` が終わらず、${overdue} 件が超過。`,
  ],

  medianHead: '前 12 か月の中央値',
  median: (n: string) => `中央値 ${n}`,
  figure: {
    fixes: (n: string) => ['', n, ' 件の修正'],
    vulnerabilities: (n: string) => ['', n, ' 件の脆弱性'],
    exploited: (n: string) => ['悪用を確認 ', n, ''],
    public: (n: string) => ['公開済み ', n, ''],
    moreLikely: (n: string) => ['悪用される可能性が高い ', n, ''],
    restart: (n: string) => ['再起動が必要 ', n, ''],
    knownIssues: (n: string) => ['既知の問題 ', n, ''],
    mine: (n: string, machines: string) => [`自社の ${machines} 台に関わるのは `, n, ' 件'],
  } as Record<Figure, (n: string, machines: string) => Around>,

  actNow: 'いま動くもの',
  actNowNote: (n: number, mine: number | null) =>
    mine === null ? `${n} 件` : `${n} 件 ・ 自社に関わる ${mine} 件のうち、入れる必要があるもの`,
  mostUrgent: '急ぐものから',
  unassigned: (n: number) => `手つかず ${n}`,
  overdueCount: (n: number) => `超過 ${n}`,
  alerts: (n: number) => `アラート ${n} 件`,
  inAlerts: (n: number) => `アラート ${n} 件`,
  more: (n: number) => `ほか ${n} 件`,
  head: { due: '期限', what: '修正と理由', machines: '残っている台数', tests: '適用テスト', state: '担当と状況' },
  daysLeft: (days: number) => (days > 0 ? `あと ${days} 日` : days === 0 ? '今日まで' : `${-days} 日超過`),
  noDue: '期限なし',
  exploited: '悪用を確認',
  others: (n: number) => `ほか ${n}`,
  public: (n: number) => `公開済み ${n}`,
  moreLikely: (n: number) => `悪用される可能性が高い ${n}`,
  vulnerabilities: (n: number) => `脆弱性 ${n} 件`,
  noRestart: '再起動なし',
  left1: (left: string, of: string): Around => [`残り `, left, ` / ${of} 台`],
  done1: (of: string) => `${of} 台すべて適用済み`,
  tested: {
    failed: '失敗',
    'passed-with-issues': '問題あり',
    passed: '問題なし',
    unrecorded: '結果の記録なし',
  } as Record<Outcome, string>,
  knownIssues: (n: number) => `既知の問題 ${n}`,
  untested: (n: number) => `未実施 ${n}`,
  notToTest: '対象なし',
  nobody: '未割り当て',
  nothingToDo: 'この定例で入れるものは残っていません。',

  platforms: '自社のプラットフォーム',
  platformsNote: '太い枠がそのプラットフォームに入れる更新',
  toMatrix: '影響マトリクス',
  columns: { install: '入れるもの', alternatives: '代わりになるもの', contained: '含まれるので不要', apps: 'アプリ' },
  machines: (n: string) => `${n} 台`,
  doneOf: (done: string, of: string) => `${done} / ${of} 台`,
  leftOf: (n: string) => `${n} 台残る`,
  affected: (n: number) => `関わる修正 ${n} 件`,
  upToDate: '入れるものはない',
  morePlatforms: (n: number) => `ほか ${n} プラットフォーム`,
  moreEditions: (n: number) => `ほか ${n} 種`,
  noPlatforms: '台数を登録すると、プラットフォームごとに入れる更新が決まります。',
  toFleet: '台数を登録する',

  tests: '適用テスト',
  testsNote: (editions: number, of: number, tested: number, issues: number, unread: number) =>
    `自社の OS ${editions} 種 × 入れる修正 = ${of} 件のうち ${tested} 件が実施済み${issues === 0 ? '' : `、未解決の既知の問題 ${issues} 件`}${unread === 0 ? '' : `、既知の問題のページ ${unread} 件が未読`}`,
  noTests: 'テストするものはありません。',
  toTests: '結果を記録',
  outcomes: (outcome: string, n: number) => `${outcome} ${n}`,
  workaround: { yes: '回避策あり', no: '回避策なし', unread: '回避策は未確認' },

  due: '期限',
  dueNote: (n: number) => `入れる ${n} 件 ・ 残る台数`,
  toHandling: '対応実績',
  toPolicy: '期限のポリシー',
  buckets: {
    overdue: '超過',
    '3': '3 日以内',
    '14': '4〜14 日',
    '60': '15〜60 日',
    later: 'それ以降・なし',
  } satisfies Record<Bucket, string>,
  dueCount: (bucket: string, n: number) => `${bucket}: ${n} 件`,

  rollout: '適用の進み',
  toPlan: '適用を計画',
  patched: (of: string, share: string) => ` / ${of} 台 ${share}`,
  estimate: (machines: string, one: string, two: string, four: string): readonly string[] => [
    `残る ${machines} 台に入れ終わるまで、1 コンソールで `,
    one,
    `、2 コンソールで `,
    two,
    `、4 コンソールで `,
    four,
    `。`,
  ],
  assumed: 'この修正の所要時間は公表も計測もされていないため、標準の見込みです。',
  curveOf: (machines: string) => `残る ${machines} 台までの、台数と所要時間`,
  consoles: (n: number) => `${n} コンソール`,
  tableMachines: '台数',

  changes: '前回から変わったこと',
  since: (moment: string) => `${moment} 以後`,
  seen: '確認済みにする',

  data: 'データ',
  sources: (n: number) => `取り込み元 ${n}`,
  noSources: '自動で取得する取り込み元はありません',
  failing: '取得に失敗',
  never: '未取得',
  toSources: '取り込み',

  steps: {
    import: ['修正の情報を取り込む', 'Microsoft の月次文書（CVRF）や CSAF を選ぶか、取り込み元を有効にします。'],
    fleet: ['台数を登録する', 'プラットフォームごとの台数から、入れるものと期限が決まります。'],
    plan: ['適用を計画する', '時間帯とコンソールの数から、終わる時刻がわかります。'],
  } as Record<'import' | 'fleet' | 'plan', readonly [string, string]>,
}

addOverviewMessages('ja', overviewMessagesJa)
