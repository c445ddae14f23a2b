/** The table of the vulnerabilities of a bulletin. */
import type { NotableReason } from '../../../contract/words.ts'
import { messagesHook } from '../../i18n/language.tsx'
import { plural } from '../../i18n/format.ts'

type Reasons = Record<NotableReason, string>
type Languages = Readonly<Record<string, string>>

const ja = {
  count: (n: number) => `${n} 件`,
  first: (n: number) => `目立つ ${n} 件を先に`,
  titlesIn: { en: '題名は英語のまま', other: '題名は原文のまま' } as Languages,
  alike: '評価が同じプラットフォームは 1 列',
  orderLabel: '並び順',
  order: { notable: '目立つ順', number: '番号順' },
  flaw: '脆弱性と部品',
  why: '目立つ理由',
  attack: 'CVSS と攻撃の形',
  epss: 'EPSS',
  exploitability: '悪用可能性',
  reasons: {
    exploited: '悪用を確認',
    'proof-of-concept': '実証コードあり',
    public: '公開済み',
    'more-likely': '悪用される可能性が高い',
    critical: '深刻度 緊急',
    cvss: 'CVSS 9 以上',
  } satisfies Reasons,
  kevDue: (day: string) => `KEV 期日 ${day}`,
  kevAdded: (day: string) => `KEV ${day} 追加`,
  notRated: '記載なし',
  noScore: 'CVSS の記載なし',
  restHead: (n: number) => `ほか ${n}`,
  allPlatforms: (n: number) => `全 ${n} プラットフォーム`,
  restTitle: (names: string) => `次のうちもっとも重いもの: ${names}`,
  others: (n: number) => `ほか ${n} 件`,
  notableAmong: (n: number) => `うち目立つもの ${n} 件`,
  allOf: (severity: string) => `すべて${severity}`,
  ofSeverity: (severity: string, n: number) => `${severity} ${n}`,
  unrated: '未評価',
  scores: (from: string, to: string) => (from === to ? `CVSS ${from}` : `CVSS ${from}〜${to}`),
  byImpact: '影響ごとの件数',
  unknownImpact: '影響の記載なし',
  details: '詳細',
  questions: (n: number) => `質問 ${n}`,
  detailsOf: (id: string) => `${id} の詳細`,
  page: '脆弱性のページ',
  ratings: 'プラットフォームごとの評価',
  columns: 'プラットフォームの列の内訳',
  printed: '脆弱性は 1 件 1 行。説明、質問と回答、参考資料は画面で見られる。長い題名は「…」で略す。',
}

const en: typeof ja = {
  count: (n) => String(n),
  first: (n) => `the ${plural(n, 'notable one')} first`,
  titlesIn: { ja: 'titles are in Japanese only', other: 'titles are in the language of the document' },
  alike: 'platforms that are rated alike share a column',
  orderLabel: 'Order',
  order: { notable: 'Notable first', number: 'By number' },
  flaw: 'Vulnerability and component',
  why: 'Why notable',
  attack: 'CVSS and attack',
  epss: 'EPSS',
  exploitability: 'Exploitability',
  reasons: {
    exploited: 'Exploited',
    'proof-of-concept': 'Proof of concept',
    public: 'Public',
    'more-likely': 'Exploitation more likely',
    critical: 'Critical',
    cvss: 'CVSS 9 or more',
  },
  kevDue: (day) => `KEV due ${day}`,
  kevAdded: (day) => `in KEV since ${day}`,
  notRated: 'not stated',
  noScore: 'no CVSS score',
  restHead: (n) => `${n} more`,
  allPlatforms: (n) => `All ${plural(n, 'platform')}`,
  restTitle: (names) => `The worst of: ${names}`,
  others: (n) => `${n} more`,
  notableAmong: (n) => `${n} of them notable`,
  allOf: (severity) => `all ${severity}`,
  ofSeverity: (severity, n) => `${n} ${severity}`,
  unrated: 'unrated',
  scores: (from, to) => (from === to ? `CVSS ${from}` : `CVSS ${from}–${to}`),
  byImpact: 'How many of each impact',
  unknownImpact: 'impact not stated',
  details: 'Details',
  questions: (n) => plural(n, 'question'),
  detailsOf: (id) => `Details of ${id}`,
  page: 'Page of the vulnerability',
  ratings: 'Severity by platform',
  columns: 'Platforms of the columns',
  printed:
    'One line for each vulnerability. Summaries, questions and references are on the page; long titles are cut by “…”.',
}

export const useFlawMessages = messagesHook({ ja, en })
export type FlawMessages = typeof ja
