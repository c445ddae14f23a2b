/** Due days in words: the rule, what is left, and who has moved them. */
import type { BulletinDue, Due, DecidingFact } from '../../contract/due.ts'
import type { BodFact, BodOutcome } from '../../domain/due/decision-table.ts'
import { messagesHook } from '../i18n/language.tsx'

type Environment = Extract<Due['rule'], { by: 'table' }>['environment']
type NoDueReason = NonNullable<BulletinDue['none']>

const ja = {
  title: '期限',
  left: (days: number) => (days > 0 ? `あと ${days} 日` : days === 0 ? '今日まで' : `${-days} 日超過`),
  noDay: '期限なし',
  waits: '次のシステム更新時',
  unrated: '未評価のため期限なし',
  days: (days: number) => `${days} 日`,
  inDays: (urgency: string, days: number) => `${urgency} ${days} 日`,
  byTable: (urgency: string, machines: string, since: string, days: string) =>
    `${urgency}（${machines}）: ${since} から ${days}`,
  byKev: (cve: string) => `CISA KEV が定める期限（${cve}）`,
  byDirective: (outcome: string, cve: string, since: string) => `BOD 26-04: ${outcome}（${cve}、${since} から）`,
  withoutCve: '脆弱性の記載なし',
  environment: {
    server: 'サーバ',
    client: 'クライアント',
    unknown: '対象の種別は不明、短いほうの日数',
  } satisfies Record<Environment, string>,
  outcome: {
    '3-days-forensics': '3 日以内、侵害の調査も',
    '3-days': '3 日以内',
    '14-days': '14 日以内',
    '60-days': '60 日以内',
    'system-upgrade': '次のシステム更新時',
  } satisfies Record<BodOutcome, string>,
  forensics: 'BOD 26-04 は侵害の有無の調査も求めています。',
  first: (day: string) => `当初の期限 ${day}`,
  renewals: (n: number) => `再延長 ${n} 回`,
  isOver: (until: string) => `${until} までの延長は終わりました。`,
  setBy: (who: string, when: string) => `${when} ${who}`,
  none: {
    shipped: '同梱のアラートに期限はありません。',
    superseded: '置き換えられた修正に期限はありません。新しいほうの期限をご覧ください。',
    'not-to-install': '自社の機械に入れるものではないため、期限はありません。',
    closed: '対応は済んでいます。期限までに残るものはありません。',
    withdrawn: '取り下げられたアラートに期限はありません。',
  } satisfies Record<NoDueReason, string>,
  allDays: 'すべての規則の期限',
  decisions: 'BOD 26-04 の判定',
  vulnerability: '脆弱性',
  asks: '対応',
  facts: {
    kev: 'KEV 掲載',
    exposed: '外部から到達可能',
    automatable: '攻撃の自動化',
    total: '完全な制御',
  } satisfies Record<BodFact, string>,
  value: { yes: 'はい', no: 'いいえ', unknown: '不明' } satisfies Record<DecidingFact['value'], string>,
  basis: {
    kev: '',
    vulnrichment: 'Vulnrichment',
    inferred: 'CVSS から推定',
    fleet: '台数',
    setting: '設定に従う',
    none: '重いほうで数える',
  } satisfies Record<DecidingFact['basis'], string>,
  policy: '期限のポリシー',
  extend: '期限を延ばす',
  renew: 'さらに延ばす',
  until: '新しい期限',
  reason: '理由',
  save: '延ばす',
  end: '延長を終える',
  tooEarly: (day: string) => `${day} より後の、今日以降の日を選んでください。`,
  reasonMissing: '理由を入力してください。',
  failed: '期限を変更できませんでした。',
  notRead: '期限を読み込めませんでした。',
  keepsFirst:
    '当初の期限は残り、延長は新しい期限で自動的に終わります。あとから分かった悪用などは延長の対象になりません。',
}

const en: typeof ja = {
  title: 'Due',
  left: (days) =>
    days === 0
      ? 'last day today'
      : `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'left' : 'overdue'}`,
  noDay: 'No due day',
  waits: 'with the next system upgrade',
  unrated: 'no due day until it is rated',
  days: (days) => `${days} ${days === 1 ? 'day' : 'days'}`,
  inDays: (urgency, days) => `${urgency}: ${days} ${days === 1 ? 'day' : 'days'}`,
  byTable: (urgency, machines, since, days) => `${urgency} (${machines}): ${days} from ${since}`,
  byKev: (cve) => `The day that CISA KEV sets (${cve})`,
  byDirective: (outcome, cve, since) => `BOD 26-04: ${outcome} (${cve}, from ${since})`,
  withoutCve: 'no vulnerability named',
  environment: { server: 'servers', client: 'clients', unknown: 'kind of machine not known, so the shorter time' },
  outcome: {
    '3-days-forensics': 'within 3 days, and look for traces of an attack',
    '3-days': 'within 3 days',
    '14-days': 'within 14 days',
    '60-days': 'within 60 days',
    'system-upgrade': 'with the next system upgrade',
  },
  forensics: 'BOD 26-04 also asks to look for traces of an attack.',
  first: (day) => `First due on ${day}`,
  renewals: (n) => (n === 1 ? 'renewed once' : `renewed ${n} times`),
  isOver: (until) => `The extension until ${until} is over.`,
  setBy: (who, when) => `${who}, ${when}`,
  none: {
    shipped: 'Alerts that ship with the product have no due day.',
    superseded: 'A fix that was replaced has no due day: see that of the newer one.',
    'not-to-install': 'It is not to be installed on any of your machines, so it has no due day.',
    closed: 'Nothing is left to do, so no due day counts.',
    withdrawn: 'A withdrawn alert has no due day.',
  },
  allDays: 'The days of all rules',
  decisions: 'Decisions of BOD 26-04',
  vulnerability: 'Vulnerability',
  asks: 'Asks for',
  facts: { kev: 'In KEV', exposed: 'Internet reaches it', automatable: 'Automatable', total: 'Total impact' },
  value: { yes: 'yes', no: 'no', unknown: 'not known' },
  basis: {
    kev: '',
    vulnrichment: 'Vulnrichment',
    inferred: 'inferred from CVSS',
    fleet: 'fleet',
    setting: 'counted as set',
    none: 'counted as the worse',
  },
  policy: 'Due day policy',
  extend: 'Extend the due day',
  renew: 'Extend again',
  until: 'New due day',
  reason: 'Reason',
  save: 'Extend',
  end: 'End the extension',
  tooEarly: (day) => `Please choose a day after ${day} that is not over.`,
  reasonMissing: 'Please say why.',
  failed: 'The due day could not be changed.',
  notRead: 'The due day could not be read.',
  keepsFirst:
    'The first due day is kept, and the extension ends by itself with the new one. What becomes known later, such as exploitation, is not covered.',
}

export const useDueMessages = messagesHook({ ja, en })
